package org.hifazat.identity.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Rules for accounts. */
@ConfigMapping(prefix = "hifazat.identity")
public interface StaffConfig {
  /** required, or optional for demonstrations: then the demo accounts sign in by password alone. */
  @WithDefault("required")
  SecondFactor secondFactor();
}
