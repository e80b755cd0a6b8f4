package org.hifazat.cases.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to compare a new child with a hundred thousand, in PostgreSQL with row-level
 * security, as the matcher does it. Not part of the suite: {@code ./hifazat match-benchmark} runs
 * it and prints the figures.
 */
@HifazatTest(service = "cases")
class MatchBenchmark {
  private static final int CHILDREN =
      Integer.getInteger("hifazat.matching.benchmark.children", 100_000);
  private static final int NEW = 300;
  private static final int WARM_UP = 100;

  @Inject MarkRegister register;
  @Inject CallerContext callers;

  @AfterEach
  void removeTheInvented() throws SQLException {
    try (Connection connection = PostgresBackend.superuser("cases");
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from child where recorded_at = timestamptz '2001-01-01 00:00:00Z'")) {
      delete.executeUpdate();
    }
  }

  @Test
  void aNewChildIsComparedWithAHundredThousand() throws Exception {
    List<InventedChildren.Entry> entries =
        new InventedChildren("learning", 99)
            .register(CHILDREN + NEW - 140, 10, EnumSet.allOf(InventedChildren.Twist.class));
    MarkMaker maker = new MarkMaker(MatchEvaluation::hash);
    List<ChildMarks> marks = new ArrayList<>();
    for (InventedChildren.Entry entry : entries) {
      List<Long> numbers = new ArrayList<>(maker.phone(entry.phone()));
      numbers.addAll(maker.identityNumber(entry.identityNumber()));
      marks.add(maker.of(entry.person(), numbers));
    }
    fill(marks.subList(0, CHILDREN));
    as(
        () -> {
          register.recountWhenGrown();
          return 0;
        });
    long before = usedHeap();
    List<Double> times = new ArrayList<>();
    long compared = 0;
    long most = 0;
    int pairs = 0;
    for (ChildMarks child : marks.subList(CHILDREN, marks.size())) {
      long start = System.nanoTime();
      int[] result = as(() -> compare(child));
      times.add((System.nanoTime() - start) / 1e6);
      compared += result[0];
      most = Math.max(most, result[0]);
      pairs += result[1];
    }
    long heap = usedHeap() - before;
    List<Double> warm = new ArrayList<>(times.subList(WARM_UP, times.size()));
    warm.sort(null);
    System.out.printf(
        "FIGURE matching one child against %,d: median %.1f ms, 95th percentile %.1f ms, slowest"
            + " %.1f ms (first, cold: %.1f ms); compared with %.0f on average, %d at most; %d pairs"
            + " for the queue; heap grown by %.1f MB%n%s%n",
        CHILDREN,
        warm.get(warm.size() / 2),
        warm.get(warm.size() * 95 / 100),
        warm.getLast(),
        times.getFirst(),
        (double) compared / times.size(),
        most,
        pairs,
        heap / 1e6,
        sizes());
    assertThat(plan(marks.getLast())).contains("child_marks_by_block").doesNotContain("Seq Scan");
  }

  private int[] compare(ChildMarks child) {
    NameCounts counts = register.counts(child);
    List<MarkRegister.Known> known = register.around(UUID.randomUUID(), child, counts);
    int pairs = 0;
    for (MarkRegister.Known other : known) {
      Judgement judgement = Comparison.of(child, other.marks(), counts);
      pairs += judgement.zone() == Judgement.Zone.NONE ? 0 : 1;
    }
    return new int[] {known.size(), pairs};
  }

  private <T> T as(Callable<T> work) {
    return callers.as(
        Caller.system("benchmark"), () -> QuarkusTransaction.requiringNew().call(work));
  }

  private static void fill(List<ChildMarks> children) throws SQLException {
    try (Connection connection = PostgresBackend.superuser("cases");
        PreparedStatement child =
            connection.prepareStatement(
                "insert into child (id, given_name, name_script, sex, birth_year, age_basis,"
                    + " recorded_at, version) values (?, '\\x00', 'latn', ?, ?, 'stated',"
                    + " timestamptz '2001-01-01 00:00:00Z', 0)");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into child_marks values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")) {
      connection.setAutoCommit(false);
      int row = 0;
      for (ChildMarks marks : children) {
        UUID id = UUID.randomUUID();
        child.setObject(1, id);
        child.setString(2, marks.sex());
        child.setInt(3, marks.birthYear());
        child.addBatch();
        insert.setObject(1, id);
        insert.setString(2, marks.sex());
        insert.setInt(3, marks.birthYear());
        insert.setString(4, marks.yearBasis().name().toLowerCase(Locale.ROOT));
        insert.setString(5, marks.districtCode());
        insert.setArray(6, array(connection, marks.given().toArray()));
        insert.setArray(7, array(connection, marks.father().toArray()));
        insert.setArray(8, array(connection, marks.knownAs().toArray()));
        insert.setArray(9, array(connection, marks.numbers().toArray()));
        insert.setArray(10, array(connection, Blocks.of(marks)));
        insert.addBatch();
        if (++row % 2_000 == 0 || row == children.size()) {
          child.executeBatch();
          insert.executeBatch();
        }
      }
      try (PreparedStatement clear =
          connection.prepareStatement(
              "delete from child_to_match where child_id in (select id from child where recorded_at"
                  + " = timestamptz '2001-01-01 00:00:00Z')")) {
        clear.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
      try (PreparedStatement analyze = connection.prepareStatement("analyze child_marks")) {
        analyze.execute();
      }
    }
  }

  private static String sizes() throws SQLException {
    try (Connection connection = PostgresBackend.superuser("cases");
        PreparedStatement query =
            connection.prepareStatement(
                "select 'child_marks ' || pg_size_pretty(pg_table_size('child_marks')) || ', its"
                    + " index by block ' ||"
                    + " pg_size_pretty(pg_relation_size('child_marks_by_block')) || ',"
                    + " name_frequency ' ||"
                    + " pg_size_pretty(pg_total_relation_size('name_frequency'))");
        var row = query.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  /** Of the function's own statement, which the planner sees as its owner. */
  private static String plan(ChildMarks child) throws SQLException {
    try (Connection connection = PostgresBackend.superuser("cases");
        PreparedStatement query =
            connection.prepareStatement("explain select * from child_marks where blocks && ?")) {
      query.setArray(1, array(connection, Blocks.around(child, mark -> 0)));
      StringBuilder plan = new StringBuilder();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  private static Array array(Connection connection, long... marks) throws SQLException {
    return connection.createArrayOf("bigint", LongStream.of(marks).boxed().toArray());
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
