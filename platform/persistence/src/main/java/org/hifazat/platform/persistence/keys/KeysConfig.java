package org.hifazat.platform.persistence.keys;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where a service finds its keys. */
@ConfigMapping(prefix = "hifazat.keys")
public interface KeysConfig {
  /** Folder with field.json, search.json and checkpoint.json; readable by the service alone. */
  Path directory();
}
