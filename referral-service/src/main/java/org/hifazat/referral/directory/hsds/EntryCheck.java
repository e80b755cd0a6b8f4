package org.hifazat.referral.directory.hsds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** What a well-formed entry may still get wrong. */
@ApplicationScoped
class EntryCheck {
  /** Stands for no organization: none has this id. */
  private static final UUID NONE = new UUID(0, 0);

  private final DirectoryStore store;
  private final Clock clock;

  EntryCheck(DirectoryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  static UUID organizationOf(HsdsService service) {
    UUID id = service.organizationId();
    return id == null ? NONE : id;
  }

  /**
   * @param organizations that exist, or will
   */
  List<Violation> faults(List<HsdsService> services, Set<UUID> organizations) {
    Set<String> categories = store.categories();
    Set<String> units = store.units();
    LocalDate today = LocalDate.ofInstant(clock.instant(), HsdsQueries.KARACHI);
    List<Violation> faults = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < services.size(); i++) {
      HsdsService service = services.get(i);
      String at = "/services/" + i;
      need(seen.add(service.id()), faults, at + "/id", "twice");
      need(
          organizations.contains(organizationOf(service)),
          faults,
          at + "/organization_id",
          "organization-unknown");
      String category = service.category();
      need(
          category != null && categories.contains(category),
          faults,
          at + "/category",
          "category-unknown");
      LocalDate assured = service.assuredDate();
      need(
          assured == null || !assured.isAfter(today),
          faults,
          at + "/assured_date",
          "in-the-future");
      parts(service, units, at, faults);
    }
    return faults;
  }

  private static void parts(
      HsdsService service, Set<String> units, String at, List<Violation> faults) {
    Integer youngest = service.minimumAge();
    Integer oldest = service.maximumAge();
    need(
        youngest == null || oldest == null || youngest <= oldest,
        faults,
        at + "/maximum_age",
        "below-minimum");
    for (HsdsSchedule line : orNone(service.schedules())) {
      need(
          line.opensAt().compareTo(line.closesAt()) < 0,
          faults,
          at + "/schedules",
          "closes-before-it-opens");
    }
    for (HsdsServiceCapacity capacity : orNone(service.capacities())) {
      Integer maximum = capacity.maximum();
      need(units.contains(capacity.unit().name()), faults, at + "/capacities", "unit-unknown");
      need(
          maximum == null || capacity.available() <= maximum,
          faults,
          at + "/capacities",
          "more-than-there-is");
    }
  }

  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static void need(boolean holds, List<Violation> faults, String pointer, String code) {
    if (!holds) {
      faults.add(new Violation(pointer, code));
    }
  }
}
