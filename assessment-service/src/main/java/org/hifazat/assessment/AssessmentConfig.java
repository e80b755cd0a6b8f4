package org.hifazat.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of this service. */
@ConfigMapping(prefix = "hifazat.assessment")
public interface AssessmentConfig {

  /** Where the work is done: what a form's {@code today()} means. */
  @WithDefault("Asia/Karachi")
  ZoneId zone();

  /** How far a device's clock may run ahead before "conducted" counts as in the future. */
  @WithDefault("PT2M")
  Duration clockTolerance();

  /** How long an enrolled device's token is good. */
  @WithDefault("P90D")
  Duration deviceLifetime();

  /** How long a device is listed after its token has ended. */
  @WithDefault("P30D")
  Duration deviceKept();

  /** Where people and devices find the platform. */
  @WithDefault("http://localhost:8600")
  String publicUrl();
}
