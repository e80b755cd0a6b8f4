package org.hifazat.platform.persistence.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
  @TempDir Path folder;
  private Path keys;

  @BeforeEach
  void nameAFolderThatIsNotThereYet() {
    keys = folder.resolve("deep").resolve("keys");
  }

  @Test
  void theCommandMakesThreeKeysOnlyTheOwnerCanRead() throws Exception {
    KeyFiles.main(new String[] {keys.toString()});
    try (var made = Files.list(keys)) {
      assertThat(made.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("field.json", "search.json", "checkpoint.json");
    }
    for (String name : new String[] {"field.json", "search.json", "checkpoint.json"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    assertThat(TestKeyring.from(keys).field()).isNotNull();
  }

  @Test
  void keysThatAreThereStayAsTheyAre() throws Exception {
    KeyFiles.createMissing(keys);
    String field = Files.readString(keys.resolve("field.json"));
    Files.delete(keys.resolve("search.json"));
    KeyFiles.createMissing(keys);
    assertThat(keys.resolve("field.json")).hasContent(field);
    assertThat(keys.resolve("search.json")).exists();
  }

  @Test
  void makersWhoMeetAgreeOnOneKey() throws Exception {
    var seen = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var makers = new ArrayList<Future<String>>();
      for (int maker = 0; maker < 6; maker++) {
        makers.add(
            threads.submit(
                () -> {
                  KeyFiles.createMissing(keys);
                  return Files.readString(keys.resolve("field.json"));
                }));
      }
      for (var maker : makers) {
        seen.add(maker.get());
      }
    }
    assertThat(seen).hasSize(1);
  }

  @Test
  void aMissingFileIsNamedWithItsRemedy() throws Exception {
    KeyFiles.createMissing(keys);
    Files.delete(keys.resolve("search.json"));
    assertThatThrownBy(() -> TestKeyring.from(keys))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("search.json")
        .hasMessageContaining("HIFAZAT_KEYS_DIRECTORY");
  }

  @Test
  void aFileOpenToEverybodyIsRefused() throws Exception {
    KeyFiles.createMissing(keys);
    Files.setPosixFilePermissions(
        keys.resolve("checkpoint.json"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> TestKeyring.from(keys))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("checkpoint.json")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aFileReadableByTheGroupIsAcceptedAsContainersMountItSo() throws Exception {
    KeyFiles.createMissing(keys);
    Files.setPosixFilePermissions(
        keys.resolve("field.json"), PosixFilePermissions.fromString("r--r-----"));
    assertThat(TestKeyring.from(keys).field()).isNotNull();
  }

  @Test
  void aFileThatIsNoKeysetOrOfTheWrongKindIsRefused() throws Exception {
    KeyFiles.createMissing(keys);
    String search = Files.readString(keys.resolve("search.json"));
    Files.writeString(keys.resolve("field.json"), "{}");
    assertThatThrownBy(() -> TestKeyring.from(keys)).isInstanceOf(KeyFileException.class);
    Files.writeString(keys.resolve("field.json"), search);
    assertThatThrownBy(() -> TestKeyring.from(keys)).isInstanceOf(KeyFileException.class);
  }

  @Test
  void aRotationKeepsTheOldKeyAndTheModeOfTheFile() throws Exception {
    KeyFiles.createMissing(keys);
    byte[] wrapped = TestKeyring.from(keys).field().encrypt(new byte[] {7}, new byte[0]);
    KeyFiles.main(new String[] {keys.toString(), "rotate"});
    assertThat(TestKeyring.from(keys).field().decrypt(wrapped, new byte[0]))
        .isEqualTo(new byte[] {7});
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keys.resolve("field.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aCommandWithOtherWordsIsRefused() {
    assertThatThrownBy(() -> KeyFiles.main(new String[] {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KeyFiles.main(new String[] {keys.toString(), "delete"}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(keys).doesNotExist();
  }
}
