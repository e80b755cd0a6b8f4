package org.hifazat.gateway.proxy;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hifazat.gateway.GatewayConfig;

/** What the gateway stands before. */
enum Part {
  IDENTITY,
  CASES,
  ASSESSMENTS,
  REFERRALS,
  MONITORING,
  KEYCLOAK;

  /** Its name in addresses and problems. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The service with this key; Keycloak is none. */
  static Optional<Part> service(String key) {
    return Arrays.stream(values())
        .filter(part -> part != KEYCLOAK && part.key().equals(key))
        .findFirst();
  }

  URI address(GatewayConfig config) {
    GatewayConfig.Services services = config.services();
    return switch (this) {
      case IDENTITY -> services.identity();
      case CASES -> services.cases();
      case ASSESSMENTS -> services.assessments();
      case REFERRALS -> services.referrals();
      case MONITORING -> services.monitoring();
      case KEYCLOAK -> config.keycloakUrl();
    };
  }
}
