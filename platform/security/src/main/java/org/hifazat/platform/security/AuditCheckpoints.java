package org.hifazat.platform.security;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hifazat.platform.persistence.keys.Keyring;

/** Signs, stores, publishes and checks checkpoints of the audit chain. */
@Singleton
class AuditCheckpoints {
  private static final String ADD =
      """
      insert into audit_checkpoint (position, origin, hash, signed_at, signature)
      values (?, ?, ?, ?, ?)
      """;
  private static final String BETWEEN =
      """
      select origin, position, hash, signed_at, signature from audit_checkpoint
      where position > ? and position <= ? order by position
      """;

  private final Keyring keyring;
  private final Clock clock;
  private final List<CheckpointPublisher> publishers;
  private final String origin;

  AuditCheckpoints(
      Keyring keyring,
      Clock clock,
      @All List<CheckpointPublisher> publishers,
      @ConfigProperty(name = "quarkus.application.name", defaultValue = "hifazat") String origin) {
    this.keyring = keyring;
    this.clock = clock;
    this.publishers = publishers;
    this.origin = origin;
  }

  /** Adds one, if the chain has grown since the last; the caller holds the chain's lock. */
  void add(Connection connection) throws SQLException {
    ChainHead head = ChainHead.read(connection);
    if (head.position() > last(connection)) {
      Checkpoint checkpoint = signed(head);
      store(connection, checkpoint);
      publishers.forEach(publisher -> publisher.publish(checkpoint));
    }
  }

  /** The checkpoints after one position up to and including another. */
  List<Checkpoint> between(Connection connection, long after, long upTo) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      try (ResultSet row = statement.executeQuery()) {
        var found = new java.util.ArrayList<Checkpoint>();
        while (row.next()) {
          found.add(
              new Checkpoint(
                  row.getString(1),
                  row.getLong(2),
                  HexFormat.of().formatHex(row.getBytes(3)),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  Base64.getEncoder().encodeToString(row.getBytes(5))));
        }
        return found;
      }
    }
  }

  /** The position of the last checkpoint, 0 before the first. */
  long last(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select coalesce(max(position), 0) from audit_checkpoint");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  boolean isGenuine(Checkpoint checkpoint) {
    try {
      keyring
          .checkpointVerifier()
          .verify(Base64.getDecoder().decode(checkpoint.signature()), checkpoint.text());
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return false;
    }
  }

  private Checkpoint signed(ChainHead head) {
    String hash = HexFormat.of().formatHex(head.hash());
    Instant now = clock.instant();
    try {
      byte[] signature =
          keyring.checkpointSigner().sign(Checkpoint.text(origin, head.position(), hash, now));
      return new Checkpoint(
          origin, head.position(), hash, now, Base64.getEncoder().encodeToString(signature));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("The audit checkpoint could not be signed", fault);
    }
  }

  private static void store(Connection connection, Checkpoint checkpoint) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setLong(1, checkpoint.position());
      statement.setString(2, checkpoint.origin());
      statement.setBytes(3, HexFormat.of().parseHex(checkpoint.hash()));
      statement.setObject(4, checkpoint.signedAt().atOffset(ZoneOffset.UTC));
      statement.setBytes(5, Base64.getDecoder().decode(checkpoint.signature()));
      statement.executeUpdate();
    }
  }
}
