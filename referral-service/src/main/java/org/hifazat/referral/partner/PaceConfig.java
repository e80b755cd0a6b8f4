package org.hifazat.referral.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How many requests a client of the partner API makes in a while. */
@ConfigMapping(prefix = "hifazat.partner.pace")
public interface PaceConfig {
  /** Requests of one client in a window. */
  @WithDefault("600")
  int requests();

  /** How long a window lasts; it begins with the first request after the last one ended. */
  @WithDefault("60s")
  Duration window();

  /** Other numbers of requests, by the agency's id. */
  Map<String, Integer> byAgency();
}
