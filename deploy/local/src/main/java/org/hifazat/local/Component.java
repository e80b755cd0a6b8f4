package org.hifazat.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of the platform, in an order in which each comes after what it needs. */
enum Component {
  POSTGRES("PostgreSQL", List.of(30)),
  KAFKA("Kafka", List.of(20, 21)),
  KEYCLOAK("Keycloak", List.of(10, 11)),
  IDENTITY("identity", List.of(1, 41)),
  CASES("case-service", List.of(2, 42)),
  ASSESSMENTS("assessment-service", List.of(3, 43)),
  REFERRALS("referral-service", List.of(4, 44)),
  MONITORING("monitoring-service", List.of(5, 45)),
  GATEWAY("web", List.of(0, 40));

  /** PostgreSQL databases, each with its own owner and application role. */
  static final List<String> DATABASES =
      List.of("identity", "cases", "assessments", "referrals", "monitoring", "gateway", "keycloak");

  private final String title;
  private final List<Integer> offsets;

  Component(String title, List<Integer> offsets) {
    this.title = title;
    this.offsets = offsets;
  }

  /** Name in files, options and URLs: postgres, cases, gateway… */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it is called on the console; for a service its module's folder. */
  String title() {
    return this == GATEWAY ? "gateway" : title;
  }

  /** The module's folder of a service. */
  String module() {
    return title;
  }

  boolean service() {
    return ordinal() >= IDENTITY.ordinal();
  }

  int port(int base) {
    return base + offsets.getFirst();
  }

  /** Where a service's health, metrics and operators' commands are. */
  int managementPort(int base) {
    return base + offsets.getLast();
  }

  List<Integer> ports(int base) {
    return offsets.stream().map(offset -> base + offset).toList();
  }

  /** What must be ready before this one starts. */
  Set<Component> after() {
    return switch (this) {
      case POSTGRES, KAFKA -> EnumSet.noneOf(Component.class);
      case KEYCLOAK -> EnumSet.of(POSTGRES);
      case IDENTITY, CASES, ASSESSMENTS, REFERRALS, MONITORING ->
          EnumSet.of(POSTGRES, KAFKA, KEYCLOAK);
      case GATEWAY -> EnumSet.of(POSTGRES, KEYCLOAK);
    };
  }

  static Optional<Component> named(String id) {
    return Arrays.stream(values())
        .filter(component -> component.id().equals(id) || component.title().equals(id))
        .findFirst();
  }
}
