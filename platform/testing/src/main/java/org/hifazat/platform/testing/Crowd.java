package org.hifazat.platform.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Thousands of rows that are copies of one the application wrote itself, made by the database at
 * once: they stay true whatever columns a table has by then. Their ids and times follow from their
 * number, so that a test can begin anywhere among them. Triggers and references are not asked.
 */
public final class Crowd {
  /**
   * How many copies there are: the thousandth page of five lies well within. Close to the end it is
   * cheap to read and sort all that is left: with a thousand rows left, one row more or less
   * decides how PostgreSQL does it; with three thousand nothing does.
   */
  public static final int SIZE = 8_000;

  private static final String COPIES = "00000c0d-0000-7000-8000-%";

  private final String database;
  private final List<String> made = new ArrayList<>();

  public Crowd(String database) {
    this.database = database;
  }

  /** The id of the copy with this number, in every table. */
  public static UUID id(int number) {
    return UUID.fromString("00000c0d-0000-7000-8000-%012x".formatted(number));
  }

  /** The same, in SQL, for references between copies; n is the number. */
  public static final String ID = "('00000c0d-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

  /** The first copy is the oldest, one a second. */
  public static final String TIME = "timestamptz '2001-01-01 00:00:00Z' + n * interval '1 second'";

  /**
   * @param table has a column id
   * @param template the row that is copied
   * @param but what a column of a copy is instead, in SQL; the id always is {@link #ID}
   */
  public void of(String table, Object template, Map<String, String> but) {
    of(table, "id", template, but);
  }

  /**
   * @param key the column by which the template is known, which is {@link #ID} in a copy
   */
  public void of(String table, String key, Object template, Map<String, String> but) {
    Map<String, String> values = new LinkedHashMap<>();
    columns(table).forEach(column -> values.put(column, "t." + column));
    values.put(key, ID);
    but.forEach(
        (column, value) -> {
          if (values.put(column, value) == null) {
            throw new IllegalArgumentException(table + " has no column " + column);
          }
        });
    int copies =
        change(
            "insert into %s (%s) select %s from %1$s t, generate_series(1, %d) n where t.%s::text = '%s'"
                .formatted(
                    table,
                    String.join(", ", values.keySet()),
                    String.join(", ", values.values()),
                    SIZE,
                    key,
                    template));
    if (copies != SIZE) {
      throw new IllegalStateException("no row of " + table + " to copy");
    }
    made.add("delete from %s where %s::text like '%s'".formatted(table, key, COPIES));
    change("analyze " + table);
  }

  private List<String> columns(String table) {
    return texts(
        "select column_name from information_schema.columns where table_name = '%s'"
                .formatted(table)
            + " and table_schema = 'public' and is_generated = 'NEVER'"
            + " and is_identity = 'NO' order by ordinal_position");
  }

  /** Seals a value once more for a copy; empty when it was no sealed value. */
  @FunctionalInterface
  public interface Sealing {
    byte[] again(String field, UUID from, UUID to, byte[] sealed);
  }

  /**
   * What is sealed is bound to its row: the copies that are read are sealed anew. They are the ones
   * a first page, from either end, and the thousandth show.
   *
   * @param columns of the table, each a field {@code table.column}
   */
  public void readable(String table, Object template, List<String> columns, Sealing sealing) {
    UUID from = UUID.fromString(template.toString());
    made.add("delete from subject_key where subject_id::text like '%s'".formatted(COPIES));
    for (String column : columns) {
      try (Connection connection = PostgresBackend.superuser(database);
          Statement asking = connection.createStatement();
          ResultSet row =
              asking.executeQuery(
                  "select %s from %s where id = '%s'".formatted(column, table, template))) {
        row.next();
        byte[] sealed = row.getBytes(1);
        if (sealed == null) {
          throw new IllegalArgumentException(table + "." + column + " is empty in the template");
        }
        asking.execute("set session_replication_role = replica");
        try (PreparedStatement update =
            connection.prepareStatement(
                "update %s set %s = ? where id = ?".formatted(table, column))) {
          for (int number : IntStream.rangeClosed(1, SIZE).filter(Crowd::isRead).toArray()) {
            update.setBytes(1, sealing.again(table + "." + column, from, id(number), sealed));
            update.setObject(2, id(number));
            update.addBatch();
          }
          update.executeBatch();
        }
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
    }
  }

  private static boolean isRead(int number) {
    return IntStream.of(1, 5_000, SIZE - 5_000, SIZE).anyMatch(at -> Math.abs(number - at) <= 70);
  }

  /**
   * Makes something else of all copies in a table.
   *
   * @param set assignments, in SQL
   */
  public void become(String table, String set) {
    change("update %s set %s where id::text like '%s'".formatted(table, set, COPIES));
    change("analyze " + table);
  }

  /**
   * What the planner believes follows from what is there, not from when autovacuum came by last: it
   * looks at every row of each table, those of other tests and of small tables among them. {@link
   * ServerPlans#told} keeps autovacuum away from then on.
   */
  void settle() {
    change("vacuum (analyze)");
  }

  /** Everything is as before. */
  public void leave() {
    made.reversed().forEach(this::change);
    made.clear();
  }

  private int change(String sql) {
    try (Connection connection = PostgresBackend.superuser(database);
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      return statement.executeUpdate(sql);
    } catch (SQLException fault) {
      throw new IllegalStateException(sql, fault);
    }
  }

  private List<String> texts(String sql) {
    try (Connection connection = PostgresBackend.superuser(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
