package org.hifazat.platform.persistence.keys;

import java.nio.file.Path;

/** Opens the door of the package for tests of the one above. */
public final class TestKeyring {
  private TestKeyring() {}

  public static Keyring from(Path directory) {
    return new Keyring(directory);
  }
}
