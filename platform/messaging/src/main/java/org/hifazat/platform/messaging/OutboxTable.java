package org.hifazat.platform.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of table {@code outbox}. */
@Singleton
class OutboxTable {
  static final int PARTITIONS = 16;

  /** First half of the advisory locks' key, so that they meet no other use of them. */
  private static final int LOCKS = 0x0B0C5;

  /** How much is there, as the metrics tell it. */
  record Backlog(double oldestAgeSeconds, long depth) {}

  private static final int DEPTH_SHOWN = 100_000;

  private final AgroalDataSource dataSource;

  OutboxTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void insert(List<OutboxRow> rows) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into outbox (partition, topic, event_id, event_key, type, aggregate_type,
                  aggregate_id, aggregate_version, occurred_at, traceparent, payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
      if (rows.size() == 1) {
        fill(insert, rows.getFirst());
        insert.executeUpdate();
        return;
      }
      for (OutboxRow row : rows) {
        fill(insert, row);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("An event could not be stored", e);
    }
  }

  private static void fill(PreparedStatement insert, OutboxRow row) throws SQLException {
    insert.setInt(1, partition(row.key()));
    insert.setString(2, row.topic());
    insert.setObject(3, row.eventId());
    insert.setString(4, row.key());
    insert.setString(5, row.type());
    insert.setString(6, row.aggregateType());
    insert.setString(7, row.aggregateId());
    insert.setLong(8, row.aggregateVersion());
    insert.setObject(9, row.occurredAt().atOffset(ZoneOffset.UTC));
    insert.setString(10, row.traceparent());
    insert.setBytes(11, row.payload());
  }

  static int partition(String key) {
    return Math.floorMod(key.hashCode(), PARTITIONS);
  }

  /** Whether there may be something to send; cheap, without a transaction. */
  boolean anything() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select exists (select 1 from outbox)");
        ResultSet result = query.executeQuery()) {
      return result.next() && result.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be read", e);
    }
  }

  /**
   * Takes the leadership of every partition nobody leads now, until the transaction ends. That one
   * does not wait for the disk: if a crash takes back the deletion of what was sent, it is sent
   * once more with the same ids, as after a crash before the commit.
   */
  List<Integer> lead() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                with quick as materialized (select set_config('synchronous_commit', 'off', true))
                select p from quick, generate_series(0, ?) p where pg_try_advisory_xact_lock(?, p)
                """)) {
      query.setInt(1, PARTITIONS - 1);
      query.setInt(2, LOCKS);
      try (ResultSet result = query.executeQuery()) {
        List<Integer> led = new ArrayList<>();
        while (result.next()) {
          led.add(result.getInt(1));
        }
        return led;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("No leadership over the outbox", e);
    }
  }

  /**
   * The oldest events of these partitions. A statement of its own, after {@link #lead()}: its
   * snapshot must be younger than the locks, else it shows what the last leader has just sent.
   */
  List<OutboxRow> oldest(List<Integer> partitions, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select seq, topic, event_id, event_key, type, aggregate_type, aggregate_id,
                  aggregate_version, occurred_at, traceparent, payload
                from outbox where partition = any(?) order by seq limit ?
                """)) {
      query.setArray(1, array(connection, "int2", partitions));
      query.setInt(2, limit);
      try (ResultSet result = query.executeQuery()) {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row(result));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be read", e);
    }
  }

  private static OutboxRow row(ResultSet result) throws SQLException {
    return new OutboxRow(
        result.getLong(1),
        result.getString(2),
        result.getObject(3, UUID.class),
        result.getString(4),
        result.getString(5),
        result.getString(6),
        result.getString(7),
        result.getLong(8),
        result.getObject(9, OffsetDateTime.class).toInstant(),
        result.getString(10),
        result.getBytes(11));
  }

  void delete(List<Long> sequences) {
    if (sequences.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from outbox where seq = any(?)")) {
      delete.setArray(1, array(connection, "int8", sequences));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Sent events could not be deleted", e);
    }
  }

  /** Counting stops at 100 000: by then the number is an alarm, not a figure. */
  Backlog backlog() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select
                  coalesce((select extract(epoch from clock_timestamp() - recorded_at)
                    from outbox order by seq limit 1), 0),
                  (select count(*) from (select 1 from outbox limit ?) counted)
                """)) {
      query.setInt(1, DEPTH_SHOWN);
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return new Backlog(result.getDouble(1), result.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be measured", e);
    }
  }

  private static Array array(Connection connection, String type, List<?> values)
      throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
