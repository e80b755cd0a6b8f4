package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.monitoring.Requests.figures;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Patience;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while figures are read is in all of them or in none. */
@HifazatTest(service = "monitoring")
class AtOneMomentTest {
  private final MutableClock clock;

  AtOneMomentTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void begin() {
    Backstage.empty();
    clock.stopAt(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @Test
  void aTaskThatIsSetWhileFiguresAreReadIsNotTakenFromThoseThatWereThere() throws Exception {
    CompletableFuture<Response> read;
    try (Connection other = PostgresBackend.superuser("monitoring")) {
      other.setAutoCommit(false);
      run(other, "lock table task_fact in access exclusive mode");
      read = CompletableFuture.supplyAsync(() -> figures(""));
      Awaitility.await("whoever reads figures comes to the tasks")
          .until(
              () ->
                  Backstage.count(
                          "select count(*) from pg_locks where not granted and relation = 'task_fact'::regclass"
                              + " and database = (select oid from pg_database where datname = current_database())")
                      > 0);
      run(
          other,
          "insert into figure_tally (district_code, month, measure, value) values ('swat', '2026-11-01', 'tasks-due', 1)");
      run(
          other,
          "insert into task_fact (task_id, district_code, kind, due_at, version)"
              + " values (gen_random_uuid(), 'swat', 'review', '2026-11-28T09:00:00Z', 1)");
      other.commit();
    }
    Response answer = read.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<Integer>path("province.tasksDue.value")).isZero();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
