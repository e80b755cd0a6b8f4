package org.hifazat.platform.security;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Chains committed audit records, oldest visible first. One writer per database, chosen by a lock
 * for each batch; it works from the list of records not yet sealed, so one that commits late with a
 * low number is not skipped.
 */
@ApplicationScoped
public class AuditSealer {
  static final Caller CALLER = Caller.system("audit-sealer");

  private static final int BATCH = 1_000;
  private static final long LOCK = 0x6869_6661_7a61_7401L;

  private static final String TAKE =
      "with due as (delete from audit_unsealed where ctid = any (array("
          + "select ctid from audit_unsealed limit "
          + BATCH
          + ")) returning audit_seq) select "
          + AuditChain.COLUMNS
          + " from audit_record r join due on r.seq = due.audit_seq order by r.seq";

  private static final String COUNT =
      "select count(*) from (select from audit_unsealed limit 100000) waiting";

  private static final String SEAL =
      """
      insert into audit_seal (position, audit_seq, previous_hash, hash)
      select * from unnest (?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])
      """;

  private final AgroalDataSource dataSource;
  private final CallerContext callers;
  private final AuditCheckpoints checkpoints;

  AuditSealer(AgroalDataSource dataSource, CallerContext callers, AuditCheckpoints checkpoints) {
    this.dataSource = dataSource;
    this.callers = callers;
    this.checkpoints = checkpoints;
  }

  /**
   * Seals all that is committed now, waiting for another sealer if there is one.
   *
   * @return how many records were sealed
   */
  public int sealAll() {
    int sealed = 0;
    int batch;
    do {
      batch = inTransaction("select true from pg_advisory_xact_lock(" + LOCK + ")");
      sealed += batch;
    } while (batch == BATCH);
    return sealed;
  }

  /** Seals one batch unless there is nothing to seal or another process is at it. */
  void sealSome() {
    if (anythingDue()) {
      inTransaction("select pg_try_advisory_xact_lock(" + LOCK + ")");
    }
  }

  /** Signs and publishes where the chain stands, if it has grown since the last checkpoint. */
  public void checkpoint() {
    callers.run(
        CALLER,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      try (Connection connection = dataSource.getConnection()) {
                        if (locked(connection, "select pg_try_advisory_xact_lock(" + LOCK + ")")) {
                          checkpoints.add(connection);
                        }
                      } catch (SQLException fault) {
                        throw new IllegalStateException("No audit checkpoint", fault);
                      }
                    }));
  }

  private boolean anythingDue() {
    try (Connection connection = dataSource.getConnection()) {
      return locked(connection, "select exists (select from audit_unsealed)");
    } catch (SQLException fault) {
      throw new IllegalStateException("The audit trail cannot be read", fault);
    }
  }

  /** Committed records that are not in the chain yet; counted up to 100000. */
  int unsealed() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNT);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException fault) {
      throw new IllegalStateException("The audit trail cannot be read", fault);
    }
  }

  private int inTransaction(String lock) {
    return callers.as(CALLER, () -> QuarkusTransaction.requiringNew().call(() -> sealBatch(lock)));
  }

  private int sealBatch(String lock) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (!locked(connection, lock)) {
        return 0;
      }
      List<AuditChain.Stored> due = due(connection);
      if (!due.isEmpty()) {
        seal(connection, due);
      }
      return due.size();
    }
  }

  /** A statement of its own: the batch must be read after the lock is held. */
  private static boolean locked(Connection connection, String lock) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(lock);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static List<AuditChain.Stored> due(Connection connection) throws SQLException {
    var due = new ArrayList<AuditChain.Stored>();
    try (PreparedStatement statement = connection.prepareStatement(TAKE);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        due.add(AuditChain.stored(row, 1));
      }
    }
    return due;
  }

  private static void seal(Connection connection, List<AuditChain.Stored> due) throws SQLException {
    ChainHead head = ChainHead.read(connection);
    int size = due.size();
    var positions = new Long[size];
    var numbers = new Long[size];
    var before = new byte[size][];
    var hashes = new byte[size][];
    byte[] previous = head.hash();
    for (int i = 0; i < size; i++) {
      positions[i] = head.position() + i + 1;
      numbers[i] = due.get(i).seq();
      before[i] = previous;
      previous = AuditChain.next(previous, due.get(i));
      hashes[i] = previous;
    }
    try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
      statement.setArray(1, connection.createArrayOf("bigint", positions));
      statement.setArray(2, connection.createArrayOf("bigint", numbers));
      statement.setArray(3, connection.createArrayOf("bytea", before));
      statement.setArray(4, connection.createArrayOf("bytea", hashes));
      statement.executeUpdate();
    }
  }
}
