package org.hifazat.identity.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the realm is. */
@ConfigMapping(prefix = "hifazat.keycloak")
public interface KeycloakConfig {
  /** Keycloak's address for services, with its /auth. */
  @WithDefault("http://127.0.0.1:8610/auth")
  String url();
}
