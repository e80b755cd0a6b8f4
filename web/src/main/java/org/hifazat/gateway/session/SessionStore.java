package org.hifazat.gateway.session;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hifazat.platform.persistence.keys.Keyring;

/**
 * Sessions in the gateway's database. A reader of the database learns neither an id that would open
 * a session (only its hash is kept) nor a token (encrypted, bound to the row).
 */
@ApplicationScoped
class SessionStore {
  private static final String COLUMNS =
      "subject, keycloak_session, tokens, started_at, renew_at, ends_at";

  private final DataSource database;
  private final Aead key;

  SessionStore(DataSource database, Keyring keyring) {
    this.database = database;
    this.key = keyring.field();
  }

  void add(String id, StoredSession session) {
    run(
        "insert into web_session (id_hash, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          byte[] hash = hash(id);
          statement.setBytes(1, hash);
          statement.setString(2, session.subject());
          statement.setString(3, session.keycloakSession());
          statement.setBytes(4, sealed(hash, session.tokens()));
          statement.setObject(5, time(session.startedAt()));
          statement.setObject(6, time(session.renewAt()));
          statement.setObject(7, time(session.endsAt()));
        });
  }

  Optional<StoredSession> find(String id) {
    try (Connection connection = database.getConnection()) {
      return find(connection, hash(id), "");
    } catch (SQLException fault) {
      throw new IllegalStateException("Sessions cannot be read", fault);
    }
  }

  /**
   * Lets one caller at a time, over all gateways, change a session: {@code change} gets the session
   * as it is now and says what it becomes; empty ends it.
   *
   * @return what it became; empty when there is none (any more)
   */
  Optional<StoredSession> change(
      String id, Function<StoredSession, Optional<StoredSession>> change) {
    byte[] hash = hash(id);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<StoredSession> present = find(connection, hash, " for update");
        Optional<StoredSession> changed = present.flatMap(change);
        if (changed.isPresent()) {
          update(connection, hash, changed.get());
        } else if (present.isPresent()) {
          delete(connection, hash);
        }
        connection.commit();
        return changed;
      } catch (SQLException | RuntimeException fault) {
        connection.rollback();
        throw fault;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("A session cannot be changed", fault);
    }
  }

  /** Ends the session; nothing happens when there is none. */
  void remove(String id) {
    run("delete from web_session where id_hash = ?", statement -> statement.setBytes(1, hash(id)));
  }

  /** Ends what Keycloak says has ended. */
  void removeOfKeycloakSession(String keycloakSession) {
    run(
        "delete from web_session where keycloak_session = ?",
        statement -> statement.setString(1, keycloakSession));
  }

  /** Ends all sessions of an account and gives back what they held. */
  List<Tokens> removeOfSubject(String subject) {
    String sql = "delete from web_session where subject = ? returning id_hash, tokens";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, subject);
      List<Tokens> ended = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          open(rows.getBytes(1), rows.getBytes(2)).ifPresent(ended::add);
        }
      }
      return ended;
    } catch (SQLException fault) {
      throw new IllegalStateException("Sessions cannot be ended", fault);
    }
  }

  /** Forgets sessions that are over. */
  void removeOver(Instant now) {
    run(
        "delete from web_session where ends_at < ?",
        statement -> statement.setObject(1, time(now)));
  }

  private Optional<StoredSession> find(Connection connection, byte[] hash, String lock)
      throws SQLException {
    String sql = "select " + COLUMNS + " from web_session where id_hash = ?" + lock;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, hash);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Optional<Tokens> tokens = open(hash, row.getBytes(3));
        if (tokens.isEmpty()) {
          return Optional.empty();
        }
        return Optional.of(
            new StoredSession(
                row.getString(1),
                row.getString(2),
                tokens.get(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant()));
      }
    }
  }

  private void update(Connection connection, byte[] hash, StoredSession session)
      throws SQLException {
    String sql = "update web_session set tokens = ?, renew_at = ?, ends_at = ? where id_hash = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, sealed(hash, session.tokens()));
      statement.setObject(2, time(session.renewAt()));
      statement.setObject(3, time(session.endsAt()));
      statement.setBytes(4, hash);
      statement.executeUpdate();
    }
  }

  private static void delete(Connection connection, byte[] hash) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from web_session where id_hash = ?")) {
      statement.setBytes(1, hash);
      statement.executeUpdate();
    }
  }

  private byte[] sealed(byte[] hash, Tokens tokens) {
    try {
      return key.encrypt(tokens.bytes(), place(hash));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("Tokens cannot be encrypted", fault);
    }
  }

  /** Empty when the row was moved, edited or sealed with a key that is gone: then nobody is in. */
  private Optional<Tokens> open(byte[] hash, byte[] sealed) {
    try {
      return Optional.of(Tokens.of(key.decrypt(sealed, place(hash))));
    } catch (GeneralSecurityException unreadable) {
      return Optional.empty();
    }
  }

  private static byte[] place(byte[] hash) {
    return ("web_session:tokens:" + HexFormat.of().formatHex(hash))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hash(String id) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Every JDK has SHA-256", fault);
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private void run(String sql, Parameters parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      statement.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException("Sessions cannot be written", fault);
    }
  }
}
