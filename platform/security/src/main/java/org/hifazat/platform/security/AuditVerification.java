package org.hifazat.platform.security;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Recomputes the audit chain and compares it with seals, checkpoints and a witness's word. */
@ApplicationScoped
public class AuditVerification {
  private static final int BATCH = 5_000;

  /** The sealer is never this far behind; an older record without a seal was slipped past it. */
  private static final Duration SEALED_WITHIN = Duration.ofMinutes(1);

  private static final String LINKS =
      "select s.position, s.previous_hash, s.hash, "
          + AuditChain.COLUMNS
          + " from audit_seal s left join audit_record r on r.seq = s.audit_seq"
          + " where s.position > ? order by s.position limit "
          + BATCH;
  private static final String UNSEALED =
      """
      select min(r.seq) from audit_record r
      where r.at < ? and not exists (select from audit_seal s where s.audit_seq = r.seq)
      """;

  private final AgroalDataSource dataSource;
  private final AuditCheckpoints checkpoints;
  private final Clock clock;

  AuditVerification(AgroalDataSource dataSource, AuditCheckpoints checkpoints, Clock clock) {
    this.dataSource = dataSource;
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  /** What a witness outside the database was told: the hash at a position. */
  public record Witness(long position, String hash) {}

  /** Verifies the whole chain against what the database itself holds. */
  public AuditVerdict verify() {
    return verify(Optional.empty());
  }

  /** Verifies the whole chain; with a witness a tail cut together with its checkpoints shows. */
  public AuditVerdict verify(Optional<Witness> witness) {
    try (Connection connection = dataSource.getConnection()) {
      return new Walk(connection, witness).verdict();
    } catch (SQLException fault) {
      throw new IllegalStateException("The audit trail cannot be read", fault);
    }
  }

  /** One pass over the chain, batch by batch. */
  private final class Walk {
    private final Connection connection;
    private final Optional<Witness> witness;
    private long position;
    private byte[] head = AuditChain.genesis();

    Walk(Connection connection, Optional<Witness> witness) {
      this.connection = connection;
      this.witness = witness;
    }

    AuditVerdict verdict() throws SQLException {
      while (true) {
        var hashes = new HashMap<Long, String>();
        long before = position;
        Optional<AuditVerdict> broken = links(hashes);
        if (broken.isEmpty()) {
          broken = compared(before, hashes);
        }
        if (broken.isPresent()) {
          return broken.get();
        }
        if (hashes.size() < BATCH) {
          return end();
        }
      }
    }

    private Optional<AuditVerdict> links(Map<Long, String> hashes) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(LINKS)) {
        statement.setLong(1, position);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            Optional<String> why = link(row);
            if (why.isPresent()) {
              return Optional.of(new AuditVerdict.Broken(position + 1, why.get()));
            }
            position++;
            hashes.put(position, hex());
          }
        }
      }
      return Optional.empty();
    }

    private Optional<String> link(ResultSet row) throws SQLException {
      if (row.getLong(1) != position + 1) {
        return Optional.of("seal-missing");
      }
      if (!Arrays.equals(head, row.getBytes(2))) {
        return Optional.of("chain-broken");
      }
      row.getLong(4);
      if (row.wasNull()) {
        return Optional.of("record-missing");
      }
      byte[] expected = AuditChain.next(head, AuditChain.stored(row, 4));
      if (!Arrays.equals(expected, row.getBytes(3))) {
        return Optional.of("record-changed");
      }
      head = expected;
      return Optional.empty();
    }

    private Optional<AuditVerdict> compared(long before, Map<Long, String> hashes)
        throws SQLException {
      for (Checkpoint checkpoint : checkpoints.between(connection, before, position)) {
        if (!checkpoints.isGenuine(checkpoint)) {
          return Optional.of(new AuditVerdict.Broken(checkpoint.position(), "signature-invalid"));
        }
        if (!checkpoint.hash().equals(hashes.get(checkpoint.position()))) {
          return Optional.of(new AuditVerdict.Broken(checkpoint.position(), "checkpoint-mismatch"));
        }
      }
      return witness
          .filter(told -> hashes.containsKey(told.position()))
          .filter(told -> !told.hash().equalsIgnoreCase(hashes.get(told.position())))
          .map(told -> new AuditVerdict.Broken(told.position(), "checkpoint-mismatch"));
    }

    private AuditVerdict end() throws SQLException {
      long expected =
          Math.max(checkpoints.last(connection), witness.map(Witness::position).orElse(0L));
      if (expected > position) {
        return new AuditVerdict.CutOff(expected, position);
      }
      try (PreparedStatement statement = connection.prepareStatement(UNSEALED)) {
        statement.setObject(1, clock.instant().minus(SEALED_WITHIN).atOffset(ZoneOffset.UTC));
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          row.getLong(1);
          return row.wasNull()
              ? new AuditVerdict.Intact(position, hex())
              : new AuditVerdict.Broken(position + 1, "record-unsealed");
        }
      }
    }

    private String hex() {
      return HexFormat.of().formatHex(head);
    }
  }
}
