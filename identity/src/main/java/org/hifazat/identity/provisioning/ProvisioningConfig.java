package org.hifazat.identity.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service signs in to Keycloak's Admin API and how patient it is. */
@ConfigMapping(prefix = "hifazat.provisioning")
public interface ProvisioningConfig {
  /** Secret of the client identity-provisioning. */
  String clientSecret();

  /** How often the worker looks for work; a second or more. */
  @WithDefault("1s")
  String every();

  /** Longest wait between two attempts. */
  @WithDefault("60s")
  Duration longestWait();
}
