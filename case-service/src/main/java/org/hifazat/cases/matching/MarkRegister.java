package org.hifazat.cases.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The marks of all registered children and how common each name among them is. */
@ApplicationScoped
public class MarkRegister {
  /** Marks made in another way are made anew. */
  public static final int VERSION = 1;

  /** More share a block only where all of a name is common; those who agree best are among them. */
  private static final int COMPARED_AT_MOST = 3_000;

  /** Frequencies are counted anew when so much of the register is new. */
  private static final double GROWN = 0.05;

  private final DataSource database;

  /** Counting is not free: nobody counts before enough was written since this instance did. */
  private final AtomicLong untilCounted = new AtomicLong();

  MarkRegister(DataSource database) {
    this.database = database;
  }

  /** A child who shares a block with the one looked for. */
  public record Known(UUID childId, ChildMarks marks) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(UUID childId, ChildMarks child) {
    untilCounted.decrementAndGet();
    run(
        """
        insert into child_marks values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (child_id) do update set sex = excluded.sex, birth_year = excluded.birth_year,
          year_basis = excluded.year_basis, district_code = excluded.district_code,
          given = excluded.given, father = excluded.father, known_as = excluded.known_as,
          numbers = excluded.numbers, blocks = excluded.blocks, version = excluded.version\
        """,
        (connection, insert) -> {
          insert.setObject(1, childId);
          insert.setString(2, child.sex());
          insert.setInt(3, child.birthYear());
          insert.setString(4, child.yearBasis().name().toLowerCase(Locale.ROOT));
          insert.setString(5, child.districtCode());
          insert.setArray(6, array(connection, child.given().toArray()));
          insert.setArray(7, array(connection, child.father().toArray()));
          insert.setArray(8, array(connection, child.knownAs().toArray()));
          insert.setArray(9, array(connection, child.numbers().toArray()));
          insert.setArray(10, array(connection, Blocks.of(child)));
          insert.setInt(11, VERSION);
          return insert.executeUpdate();
        });
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(UUID childId) {
    run(
        "delete from child_marks where child_id = ?",
        (connection, delete) -> {
          delete.setObject(1, childId);
          return delete.executeUpdate();
        });
  }

  /** Everybody else worth comparing with the child. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Known> around(UUID childId, ChildMarks child, NameCounts counts) {
    return run(
        "select * from children_sharing_a_block(?, ?)",
        (connection, query) -> {
          query.setArray(1, array(connection, Blocks.around(child, counts::shareOfWord)));
          query.setInt(2, COMPARED_AT_MOST);
          List<Known> known = new ArrayList<>();
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              UUID id = rows.getObject("child_id", UUID.class);
              if (!id.equals(childId)) {
                known.add(new Known(id, marks(rows)));
              }
            }
          }
          return known;
        });
  }

  /** How common the names of one child are. */
  @Transactional(Transactional.TxType.MANDATORY)
  public NameCounts counts(ChildMarks child) {
    Set<Long> marks = new HashSet<>();
    Stream.of(child.given(), child.father(), child.knownAs())
        .forEach(name -> marks.addAll(NameCounts.counted(name)));
    return run(
        """
        select field, mark, children from name_frequency
         where (field in ('given', 'father') and mark = any (?)) or (field = 'all' and mark = 0)\
        """,
        (connection, query) -> {
          long[] wanted = marks.stream().mapToLong(Long::longValue).toArray();
          query.setArray(1, array(connection, wanted));
          Map<Long, Integer> given = new HashMap<>();
          Map<Long, Integer> father = new HashMap<>();
          long all = 0;
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              switch (rows.getString(1)) {
                case "given" -> given.put(rows.getLong(2), rows.getInt(3));
                case "father" -> father.put(rows.getLong(2), rows.getInt(3));
                default -> all = rows.getInt(3);
              }
            }
          }
          return new NameCounts(all, given, father);
        });
  }

  /** Counts the names anew when the register has grown enough since they were counted. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recountWhenGrown() {
    if (untilCounted.get() > 0) {
      return;
    }
    long[] counted = {0, 0};
    run(
        """
        select (select count(*) from child_marks),
               coalesce((select children from name_frequency where field = 'all' and mark = 0), 0)\
        """,
        (connection, query) -> {
          try (ResultSet row = query.executeQuery()) {
            row.next();
            counted[0] = row.getLong(1);
            counted[1] = row.getLong(2);
            return 0;
          }
        });
    if (Math.abs(counted[0] - counted[1]) > GROWN * counted[1]) {
      recount();
    }
    untilCounted.set((long) (GROWN / 2 * counted[0]));
  }

  private void recount() {
    run("delete from name_frequency", (connection, delete) -> delete.executeUpdate());
    run(
        "insert into name_frequency select 'all', 0, count(*) from child_marks",
        (connection, insert) -> insert.executeUpdate());
    for (String field : List.of("given", "father")) {
      // A pair of words counts under the word it makes when written as one.
      run(
          """
          insert into name_frequency
          select '%1$s', counted.mark, count(*)
            from child_marks, lateral (
              select distinct case when mark & 15 = 5 then (mark & ~15::bigint) | 4 else mark end as mark
                from unnest(child_marks.%1$s) mark where mark & 15 in (2, 4, 5)) counted
           group by counted.mark\
          """
              .formatted(field),
          (connection, insert) -> insert.executeUpdate());
    }
  }

  private static ChildMarks marks(ResultSet row) throws SQLException {
    return new ChildMarks(
        row.getString("sex"),
        row.getInt("birth_year"),
        ChildMarks.YearBasis.valueOf(row.getString("year_basis").toUpperCase(Locale.ROOT)),
        row.getString("district_code"),
        name(row.getArray("given")),
        name(row.getArray("father")),
        name(row.getArray("known_as")),
        name(row.getArray("numbers")));
  }

  private static NameMarks name(Array stored) throws SQLException {
    return NameMarks.of(Stream.of((Long[]) stored.getArray()).mapToLong(Long::longValue).toArray());
  }

  private static Array array(Connection connection, long... marks) throws SQLException {
    return connection.createArrayOf("bigint", LongStream.of(marks).boxed().toArray());
  }

  private interface Work<T> {
    T with(Connection connection, PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(connection, statement);
    } catch (SQLException fault) {
      throw new IllegalStateException("marks of children", fault);
    }
  }
}
