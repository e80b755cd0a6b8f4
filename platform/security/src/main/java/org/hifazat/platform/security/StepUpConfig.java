package org.hifazat.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a sensitive operation asks of the sign-in. */
@ConfigMapping(prefix = "hifazat.security.step-up")
public interface StepUpConfig {
  /** Longest time since the person signed in. */
  @WithDefault("5m")
  Duration maxAge();

  /** Least level of the sign-in, as the realm maps it: 1 is a password, 2 a second factor. */
  @WithDefault("2")
  int acr();
}
