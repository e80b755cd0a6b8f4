package org.hifazat.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the audit trail is sealed. */
@ConfigMapping(prefix = "hifazat.audit")
public interface AuditConfig {
  /** Pause between two looks for records not yet in the chain. */
  @WithDefault("200ms")
  Duration sealEvery();

  /** Shortest time between two signed checkpoints. */
  @WithDefault("1m")
  Duration checkpointEvery();

  /** Whether this process seals; another process of the same service must, when it does not. */
  @WithDefault("true")
  boolean sealing();
}
