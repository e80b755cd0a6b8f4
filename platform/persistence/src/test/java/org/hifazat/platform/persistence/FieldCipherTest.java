package org.hifazat.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hifazat.platform.persistence.keys.KeyFiles;
import org.hifazat.platform.persistence.keys.Keyring;
import org.hifazat.platform.persistence.keys.TestKeyring;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@HifazatTest(service = "persistence", kafka = false, keycloak = false)
class FieldCipherTest {
  private static final String NAME = "child.given_name";
  private static final String PLAIN = "گل مینہ Gulmina";

  @Inject FieldCipher cipher;
  @Inject IdSource ids;
  @Inject AgroalDataSource dataSource;
  @Inject TransactionSynchronizationRegistry registry;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "hifazat.keys.directory")
  Path directory;

  @Test
  void whatWasEncryptedIsReadAgainInAnotherTransaction() {
    UUID child = ids.next();
    byte[] stored = encrypted(child, child);
    assertThat(read(child, NAME, child, stored)).isEqualTo(PLAIN);
  }

  @Test
  void neitherTheTextNorTheKeyStandsInTheDatabase() throws Exception {
    UUID child = ids.next();
    byte[] stored = encrypted(child, child);
    assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("Gulmina");
    assertThat(stored).isNotEqualTo(encrypted(child, child));
    byte[] wrapped = wrappedKey(child);
    assertThat(wrapped).hasSizeGreaterThan(32 + 16);
  }

  @Test
  void aPieceOfADocumentIsReadAgainInItsPlaceAndNowhereElse() {
    UUID child = ids.next();
    byte[] plain = {0, -1, (byte) 0xC3, 0x28, 7};
    byte[] stored =
        QuarkusTransaction.requiringNew()
            .call(() -> cipher.encryptBytes(child, "document.content.1", child, plain));
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> cipher.decryptBytes(child, "document.content.1", child, stored)))
        .isEqualTo(plain);
    assertUnreadable(child, "document.content.2", child, stored);
  }

  @Test
  void aCiphertextMovedToAnotherRowFieldOrSubjectIsRefused() {
    UUID child = ids.next();
    UUID other = ids.next();
    byte[] stored = encrypted(child, child);
    encrypted(other, other);
    assertUnreadable(child, NAME, other, stored);
    assertUnreadable(child, "child.family_name", child, stored);
    assertUnreadable(other, NAME, child, stored);
  }

  @Test
  void aChangedOrCutCiphertextIsRefused() {
    UUID child = ids.next();
    byte[] stored = encrypted(child, child);
    for (int at : new int[] {0, 1, stored.length / 2, stored.length - 1}) {
      byte[] changed = stored.clone();
      changed[at] ^= 1;
      assertUnreadable(child, NAME, child, changed);
    }
    assertUnreadable(child, NAME, child, new byte[0]);
    assertUnreadable(child, NAME, child, new byte[] {1});
  }

  @Test
  void aWrappedKeyMovedToAnotherSubjectIsRefused() throws Exception {
    UUID child = ids.next();
    UUID thief = ids.next();
    byte[] stored = encrypted(child, child);
    encrypted(thief, thief);
    superuser(
        "update subject_key set wrapped_key = (select wrapped_key from subject_key where subject_id"
            + " = '%s') where subject_id = '%s'".formatted(child, thief));
    assertThatThrownBy(() -> read(thief, NAME, child, stored))
        .hasStackTraceContaining("Data keys could not be read");
  }

  @Test
  void anErasedSubjectIsNeverReadOrWrittenAgain() throws Exception {
    UUID child = ids.next();
    byte[] stored = encrypted(child, child);
    inTransaction(
        () -> {
          cipher.destroy(child);
          assertThatThrownBy(() -> cipher.decrypt(child, NAME, child, stored))
              .isInstanceOf(ErasedSubjectException.class);
          return true;
        });
    assertThatThrownBy(() -> read(child, NAME, child, stored))
        .isInstanceOf(ErasedSubjectException.class)
        .extracting(erased -> ((ErasedSubjectException) erased).subject())
        .isEqualTo(child);
    assertThatThrownBy(() -> encrypted(child, child)).isInstanceOf(ErasedSubjectException.class);
    assertThat(wrappedKey(child)).isNull();
  }

  @Test
  void aDestroyedKeyCannotBePutBackNotEvenByTheOwner() throws Exception {
    UUID child = ids.next();
    encrypted(child, child);
    inTransaction(
        () -> {
          cipher.destroy(child);
          return true;
        });
    assertThatThrownBy(
            () ->
                superuser(
                    "update subject_key set wrapped_key = 'x', destroyed_at = null where subject_id"
                        + " = '"
                        + child
                        + "'"))
        .hasMessageContaining("a destroyed key cannot be replaced");
  }

  @Test
  void erasingASubjectThatHasNoKeyYetKeepsItFromGettingOne() {
    UUID child = ids.next();
    inTransaction(
        () -> {
          cipher.destroy(child);
          cipher.destroy(child);
          return true;
        });
    assertThatThrownBy(() -> encrypted(child, child)).isInstanceOf(ErasedSubjectException.class);
  }

  @Test
  void anErasureThatRollsBackErasesNothing() {
    UUID child = ids.next();
    byte[] stored = encrypted(child, child);
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      cipher.destroy(child);
                      throw new IllegalStateException("fault");
                    }))
        .hasMessage("fault");
    assertThat(read(child, NAME, child, stored)).isEqualTo(PLAIN);
  }

  @Test
  void aSubjectWithoutAKeyHasNothingToRead() {
    UUID child = ids.next();
    assertThatThrownBy(() -> read(child, NAME, child, new byte[] {1, 2}))
        .isInstanceOf(UnreadableFieldException.class)
        .hasRootCauseMessage("Subject " + child + " has no data key");
  }

  @Test
  void withoutATransactionNothingIsEncryptedOrRead() {
    UUID child = ids.next();
    assertThatThrownBy(() -> cipher.encrypt(child, NAME, child, PLAIN))
        .hasMessageContaining("needs a transaction");
    assertThatThrownBy(() -> cipher.decrypt(child, NAME, child, new byte[] {1}))
        .hasMessageContaining("needs a transaction");
    assertThatThrownBy(() -> cipher.preload(List.of(child)))
        .hasMessageContaining("needs a transaction");
    assertThatThrownBy(() -> cipher.destroy(child)).hasMessageContaining("needs a transaction");
  }

  @Test
  void writersWhoMeetOverANewSubjectShareOneKey() throws Exception {
    UUID child = ids.next();
    var together = new CyclicBarrier(3);
    var stored = new ArrayList<byte[]>();
    try (var threads = Executors.newFixedThreadPool(3)) {
      var writers = new ArrayList<Future<byte[]>>();
      for (int writer = 0; writer < 3; writer++) {
        writers.add(
            threads.submit(
                () -> {
                  together.await();
                  return encrypted(child, child);
                }));
      }
      for (var writer : writers) {
        stored.add(writer.get());
      }
    }
    for (byte[] one : stored) {
      assertThat(read(child, NAME, child, one)).isEqualTo(PLAIN);
    }
  }

  @Test
  void preloadedKeysAreNotReadAgainFromTheDatabase() {
    UUID child = ids.next();
    byte[] stored = encrypted(child, child);
    String plain =
        inTransaction(
            () -> {
              cipher.preload(List.of(child, ids.next()));
              superuser("delete from subject_key where subject_id = '" + child + "'");
              return cipher.decrypt(child, NAME, child, stored);
            });
    assertThat(plain).isEqualTo(PLAIN);
  }

  @Test
  void afterARotationOldKeysAreReadThenWrappedAgainAndTheOldOneMayGo(@TempDir Path folder)
      throws Exception {
    Path rotated = copy(directory, folder.resolve("rotated"));
    UUID child = ids.next();
    byte[] stored = encrypted(child, child);
    byte[] wrappedBefore = wrappedKey(child);

    KeyFiles.rotateField(rotated);
    SubjectKeys keys = keysFrom(rotated);
    assertThat(inTransaction(() -> new FieldCipher(keys).decrypt(child, NAME, child, stored)))
        .isEqualTo(PLAIN);
    assertThat(new KeyRotation(keys).rewrap()).isPositive();
    assertThat(new KeyRotation(keys).rewrap()).isZero();

    assertThat(wrappedKey(child)).isNotEqualTo(wrappedBefore);
    assertThat(inTransaction(() -> new FieldCipher(keys).decrypt(child, NAME, child, stored)))
        .isEqualTo(PLAIN);
    assertThatThrownBy(() -> read(child, NAME, child, stored))
        .hasStackTraceContaining("Data keys could not be read");
    inTransaction(
        () -> {
          superuser("delete from subject_key");
          return true;
        });
  }

  private SubjectKeys keysFrom(Path folder) {
    Keyring keyring = TestKeyring.from(folder);
    return new SubjectKeys(dataSource, registry, clock, keyring);
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private byte[] encrypted(UUID subject, UUID row) {
    return inTransaction(() -> cipher.encrypt(subject, NAME, row, PLAIN));
  }

  private String read(UUID subject, String field, UUID row, byte[] stored) {
    return inTransaction(() -> cipher.decrypt(subject, field, row, stored));
  }

  private void assertUnreadable(UUID subject, String field, UUID row, byte[] stored) {
    assertThatThrownBy(() -> read(subject, field, row, stored))
        .isInstanceOf(UnreadableFieldException.class)
        .hasMessageNotContaining("Gulmina");
  }

  private static <T> T inTransaction(Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }

  @SuppressWarnings("NullAway") // null is what an erased key looks like
  private static byte[] wrappedKey(UUID subject) throws SQLException {
    try (Connection connection = PostgresBackend.superuser("persistence");
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select wrapped_key from subject_key where subject_id = '" + subject + "'")) {
      row.next();
      return row.getBytes(1);
    }
  }

  private static void superuser(String sql) throws SQLException {
    try (Connection connection = PostgresBackend.superuser("persistence");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
