package org.hifazat.platform.persistence.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.Test;

@QuarkusMainTest
@TestProfile(UnusableKeysTest.KeysOpenToEverybody.class)
@WithTestResource(
    value = PostgresBackend.class,
    initArgs = @ResourceArg(name = "database", value = "persistence"))
class UnusableKeysTest {
  @Test
  void aServiceWhoseKeysEverybodyCanReadDoesNotStart(QuarkusMainLauncher launcher) {
    var start = launcher.launch();
    assertThat(start.exitCode()).isNotZero();
    assertThat(start.getErrorOutput() + start.getOutput())
        .contains("search.json is open to everybody: chmod 600 it");
  }

  /** A folder of keys with one that was copied carelessly. */
  public static class KeysOpenToEverybody implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Path keys = Path.of("target", "careless-keys").toAbsolutePath();
      KeyFiles.createMissing(keys);
      try {
        Files.setPosixFilePermissions(
            keys.resolve(KeyFiles.SEARCH), PosixFilePermissions.fromString("rw-r--r--"));
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
      return Map.of("hifazat.keys.directory", keys.toString());
    }
  }
}
