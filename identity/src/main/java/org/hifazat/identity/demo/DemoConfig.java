package org.hifazat.identity.demo;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Demonstrations; never set where real children's cases are kept. */
@ConfigMapping(prefix = "hifazat.demo")
public interface DemoConfig {
  /** One password for all demo accounts; without it there are none. */
  Optional<String> password();

  /** File with the public keys of the demo agency's system; without it the system is left out. */
  Optional<Path> partnerJwks();
}
