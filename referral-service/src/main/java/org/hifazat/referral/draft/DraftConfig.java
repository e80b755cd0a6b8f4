package org.hifazat.referral.draft;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of drafts of referrals. */
@ConfigMapping(prefix = "hifazat.referral-draft")
public interface DraftConfig {
  /** How many there may be of one case at a time. */
  @WithDefault("20")
  int perCase();

  /** How long one is kept that nobody saves again. */
  @WithDefault("30d")
  Duration kept();
}
