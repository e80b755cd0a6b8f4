package org.hifazat.platform.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that hold from {@code valid_from} until the day before {@code valid_to}: what somebody lays
 * down takes over from what held until then and lasts as long as that would have. No row is removed
 * and nothing but the last day of an earlier one is changed, so that what was decided by a row can
 * be told by it later.
 */
@ApplicationScoped
public class DatedRows {
  /** Whole in a double, as readers of JSON count. */
  private static final long WHOLE = (1L << 52) - 1;

  private final AgroalDataSource dataSource;

  DatedRows(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * A table of such rows; its names are the program's, never a caller's. Besides those named it has
   * {@code valid_from} and {@code valid_to}, and {@code key} with {@code valid_from} is unique.
   *
   * @param key columns that say what a row is about; none where there is one thing only
   * @param values columns that are laid down
   * @param endable has {@code end_source}: what is about something can end without a follower
   */
  public record Table(String name, List<String> key, List<String> values, boolean endable) {
    public Table {
      key = List.copyOf(key);
      values = List.copyOf(values);
    }

    private String all(String prefix) {
      return Stream.of(key.stream(), values.stream(), Stream.of("valid_from"))
          .flatMap(columns -> columns)
          .map(column -> prefix + column)
          .collect(Collectors.joining(", "));
    }

    /** The rows of {@code alias} that are about what the wanted row is about. */
    private String same(String alias) {
      return key.stream()
          .map(column -> alias + "." + column + " = wanted." + column)
          .collect(Collectors.joining(" and ", key.isEmpty() ? "true" : "", ""));
    }
  }

  /** Two who change a table at once wait for each other; held until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void oneAtATime(Table table) {
    run(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        statement -> {
          statement.setString(1, "dated-rows " + table.name());
          statement.execute();
          return true;
        });
  }

  /**
   * Changes with every change of the rows, for entity tags.
   *
   * @param about values of key columns, to leave the others out; empty for the whole table
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long version(Table table, Map<String, String> about) {
    return run(
        """
        select coalesce(hashtextextended(string_agg(cast(one as text), chr(10) order by cast(one as text)), 0), 0)
          from %s one where %s"""
            .formatted(table.name(), where(about)),
        statement -> {
          set(statement, 1, about);
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1) & WHOLE;
          }
        });
  }

  /** Whether that very row is laid down: a request that is sent again has nothing to change. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean holds(Table table, LocalDate from, Map<String, @Nullable String> row) {
    return wanting(
        table,
        """
        select exists (select 1 from %s one, wanted
                        where (%s) is not distinct from (%s)
                          and (one.valid_to is null or one.valid_to > one.valid_from))"""
            .formatted(table.name(), table.all("one."), table.all("wanted.")),
        from,
        row,
        statement -> {
          try (ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getBoolean(1);
          }
        });
  }

  /**
   * Lays a row down from its first day on. Whether that day is still to come is for the caller to
   * ask.
   *
   * @param row key and values as PostgreSQL writes them
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lay(Table table, LocalDate from, Map<String, @Nullable String> row) {
    wanting(table, laying(table), from, row, PreparedStatement::executeUpdate);
  }

  /** One statement, so that what is laid down sees what held before it is ended. */
  private static String laying(Table table) {
    String covering =
        table.same("one")
            + " and %s and (one.valid_to is null or one.valid_to > wanted.valid_from)";
    String source = table.endable() ? ", end_source" : "";
    return """
        , covering as (select one.* from %1$s one, wanted where %2$s),
        ended as (
          update %1$s one set valid_to = wanted.valid_from%3$s from wanted where %4$s)
        insert into %1$s (%5$s, valid_to%6$s)
        select %7$s,
               case when exists (select 1 from covering) then (select valid_to from covering)
                    else (select min(one.valid_from) from %1$s one
                           where %8$s and one.valid_from > wanted.valid_from
                             and (one.valid_to is null or one.valid_to > one.valid_from)) end
               %9$s
          from wanted
        on conflict (%10$s) do update set %11$s"""
        .formatted(
            table.name(),
            covering.formatted("one.valid_from <= wanted.valid_from"),
            table.endable() ? ", end_source = null" : "",
            covering.formatted("one.valid_from < wanted.valid_from"),
            table.all(""),
            source,
            table.all("wanted."),
            table.same("one"),
            table.endable() ? ", (select end_source from covering)" : "",
            Stream.concat(table.key().stream(), Stream.of("valid_from"))
                .collect(Collectors.joining(", ")),
            Stream.of(
                    table.values().stream(),
                    Stream.of("valid_to"),
                    table.endable() ? Stream.of("end_source") : Stream.<String>empty())
                .flatMap(columns -> columns)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", ")));
  }

  /** From that day on nothing holds; what was laid down for later is taken back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void end(Table table, Map<String, String> about, LocalDate from, String source) {
    run(
        "update %s set valid_to = greatest(valid_from, ?), end_source = ? where (valid_to is null or valid_to > ?) and %s"
            .formatted(table.name(), where(about)),
        statement -> {
          statement.setObject(1, from);
          statement.setString(2, source);
          statement.setObject(3, from);
          set(statement, 4, about);
          return statement.executeUpdate();
        });
  }

  /** The row as PostgreSQL reads it: each value by the type of its column. */
  private <T> T wanting(
      Table table, String then, LocalDate from, Map<String, @Nullable String> row, Work<T> work) {
    String[] columns = row.keySet().toArray(String[]::new);
    @Nullable String[] values = new @Nullable String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = row.get(columns[i]);
    }
    return run(
        """
        with wanted as (
          select * from jsonb_populate_record(cast(null as %s),
            jsonb_object(cast(? as text[]), cast(? as text[])) || jsonb_build_object('valid_from', cast(? as date))))
        """
                .formatted(table.name())
            + then,
        statement -> {
          Connection connection = statement.getConnection();
          statement.setArray(1, connection.createArrayOf("text", columns));
          statement.setArray(2, connection.createArrayOf("text", values));
          statement.setObject(3, from);
          return work.of(statement);
        });
  }

  private static String where(Map<String, String> about) {
    return about.keySet().stream()
        .sorted()
        .map(column -> column + " = ?")
        .collect(Collectors.joining(" and ", about.isEmpty() ? "true" : "", ""));
  }

  private static void set(PreparedStatement statement, int first, Map<String, String> about)
      throws SQLException {
    int place = first;
    for (String column : about.keySet().stream().sorted().toList()) {
      statement.setString(place, about.get(column));
      place++;
    }
  }

  private interface Work<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.of(statement);
    } catch (SQLException fault) {
      throw new IllegalStateException("Dated rows could not be read or written", fault);
    }
  }
}
