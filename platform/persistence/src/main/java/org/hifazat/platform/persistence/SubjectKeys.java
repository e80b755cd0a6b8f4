package org.hifazat.platform.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.keys.Keyring;
import org.jspecify.annotations.Nullable;

/**
 * The data keys, one per subject, stored wrapped; unwrapped ones are remembered per transaction.
 */
@ApplicationScoped
class SubjectKeys {
  private static final int KEY_BYTES = 32;
  private static final Object REMEMBERED = SubjectKeys.class;

  /** One statement for a new and a known subject alike; a lost race shows as no row at all. */
  private static final String ADD_OR_FIND =
      """
      with added as (
        insert into subject_key (subject_id, wrapped_key, created_at) values (?, ?, ?)
        on conflict (subject_id) do nothing returning wrapped_key)
      select wrapped_key from added
      union all
      select wrapped_key from subject_key where subject_id = ?
      """;

  private static final String FIND =
      "select subject_id, wrapped_key from subject_key where subject_id = any (?)";

  /** Tink's prefix of a ciphertext names the key that made it. */
  private static final int PREFIX_BYTES = 5;

  private static final String FIND_OLD =
      """
      select subject_id, wrapped_key from subject_key
      where wrapped_key is not null and substring(wrapped_key from 1 for 5) <> ?
      limit ? for update
      """;
  private static final String REWRAP =
      "update subject_key set wrapped_key = ? where subject_id = ?";

  private static final String DESTROY =
      """
      insert into subject_key (subject_id, wrapped_key, created_at, destroyed_at)
      values (?, null, ?, ?)
      on conflict (subject_id) do update
        set wrapped_key = null, destroyed_at = excluded.destroyed_at
        where subject_key.destroyed_at is null
      """;

  private final AgroalDataSource dataSource;
  private final TransactionSynchronizationRegistry transaction;
  private final Clock clock;
  private final Aead wrapping;

  SubjectKeys(
      AgroalDataSource dataSource,
      TransactionSynchronizationRegistry transaction,
      Clock clock,
      Keyring keyring) {
    this.dataSource = dataSource;
    this.transaction = transaction;
    this.clock = clock;
    this.wrapping = keyring.field();
  }

  /** The subject's key, made now when there is none. */
  Aead toWrite(UUID subject) {
    Optional<Aead> known = remembered().get(subject);
    return present(subject, known == null ? addOrFind(subject) : known);
  }

  /** The subject's key; a subject that never had one cannot have a ciphertext either. */
  Aead toRead(UUID subject) throws GeneralSecurityException {
    if (!remembered().containsKey(subject)) {
      load(new UUID[] {subject});
    }
    Optional<Aead> known = remembered().get(subject);
    if (known == null) {
      throw new GeneralSecurityException("Subject " + subject + " has no data key");
    }
    return present(subject, known);
  }

  void preload(Collection<UUID> subjects) {
    var missing = new HashSet<>(subjects);
    missing.removeAll(remembered().keySet());
    if (!missing.isEmpty()) {
      load(missing.toArray(UUID[]::new));
    }
  }

  void destroy(UUID subject) {
    Map<UUID, Optional<Aead>> remembered = remembered();
    OffsetDateTime now = now();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(DESTROY)) {
      statement.setObject(1, subject);
      statement.setObject(2, now);
      statement.setObject(3, now);
      statement.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException(
          "The key of subject " + subject + " was not destroyed", fault);
    }
    remembered.put(subject, Optional.empty());
  }

  /** Wraps again, under the primary key, up to so many keys that an older key still wraps. */
  int rewrap(int atMost) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND_OLD);
        PreparedStatement update = connection.prepareStatement(REWRAP)) {
      find.setBytes(1, Arrays.copyOf(wrapping.encrypt(new byte[0], new byte[0]), PREFIX_BYTES));
      find.setInt(2, atMost);
      int found = 0;
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          UUID subject = row.getObject(1, UUID.class);
          byte[] key = wrapping.decrypt(row.getBytes(2), binding(subject));
          update.setBytes(1, wrapping.encrypt(key, binding(subject)));
          update.setObject(2, subject);
          update.addBatch();
          found++;
        }
      }
      update.executeBatch();
      return found;
    } catch (SQLException | GeneralSecurityException fault) {
      throw new IllegalStateException("Data keys could not be wrapped again", fault);
    }
  }

  private Optional<Aead> addOrFind(UUID subject) {
    byte[] fresh = Random.randBytes(KEY_BYTES);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ADD_OR_FIND)) {
      statement.setObject(1, subject);
      statement.setBytes(2, wrapping.encrypt(fresh, binding(subject)));
      statement.setObject(3, now());
      statement.setObject(4, subject);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          remember(subject, row.getBytes(1));
        } else {
          load(new UUID[] {subject});
        }
      }
    } catch (SQLException | GeneralSecurityException fault) {
      throw new IllegalStateException("No data key for subject " + subject, fault);
    }
    Optional<Aead> known = remembered().get(subject);
    if (known == null) {
      throw new IllegalStateException("No data key for subject " + subject);
    }
    return known;
  }

  private void load(UUID[] subjects) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, connection.createArrayOf("uuid", subjects));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          remember(row.getObject(1, UUID.class), row.getBytes(2));
        }
      }
    } catch (SQLException | GeneralSecurityException fault) {
      throw new IllegalStateException("Data keys could not be read", fault);
    }
  }

  private void remember(UUID subject, byte @Nullable [] wrapped) throws GeneralSecurityException {
    Optional<Aead> key =
        wrapped == null
            ? Optional.empty()
            : Optional.of(new AesGcmJce(wrapping.decrypt(wrapped, binding(subject))));
    remembered().put(subject, key);
  }

  private static Aead present(UUID subject, Optional<Aead> key) {
    return key.orElseThrow(() -> new ErasedSubjectException(subject));
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Optional<Aead>> remembered() {
    if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("Field encryption needs a transaction");
    }
    var known = (Map<UUID, Optional<Aead>>) transaction.getResource(REMEMBERED);
    if (known == null) {
      known = new HashMap<>();
      transaction.putResource(REMEMBERED, known);
    }
    return known;
  }

  static byte[] binding(UUID subject) {
    return ("subject_key:" + subject).getBytes(StandardCharsets.UTF_8);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
