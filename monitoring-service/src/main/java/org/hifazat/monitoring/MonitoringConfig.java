package org.hifazat.monitoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of this service. */
@ConfigMapping(prefix = "hifazat.monitoring")
public interface MonitoringConfig {

  /**
   * Counts from 1 to one less than this are never shown. 5 within the Commission; 10 is the usual
   * minimum for what is made public (ONS guidance on small counts).
   */
  @WithDefault("5")
  @Min(3)
  @Max(100)
  int suppressBelow();
}
