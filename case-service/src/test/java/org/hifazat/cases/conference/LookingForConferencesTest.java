package org.hifazat.cases.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a day counts as looked at. Each test has days of its own that nobody has looked at. */
@HifazatTest(service = "cases")
class LookingForConferencesTest {
  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject ConferencesOfRunningCases conferences;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aCaseThatSomebodyHeldHasItsClockAtTheNextLookAndNotTheNextDay() throws SQLException {
    String id = withoutClock("Storai");
    stopInDays(40);
    whileHeld("select 1 from case_file where id = ?::uuid for update", id, conferences::look);
    assertThat(clocks(id)).isZero();
    conferences.look();
    assertThat(clocks(id)).isOne();
  }

  @Test
  void anInstanceThatDidNotLeadLooksAgainUntilAllHaveTheirClock() throws SQLException {
    String id = withoutClock("Spogmay");
    stopInDays(50);
    whileHeld(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        "conference-clocks",
        conferences::look);
    assertThat(clocks(id)).isZero();
    conferences.look();
    assertThat(clocks(id)).isOne();
  }

  @Test
  void onceAllHaveTheirClockNobodyLooksBeforeTheNextDay() {
    String id = withoutClock("Mastura");
    stopInDays(60);
    conferences.look();
    assertThat(clocks(id)).isOne();
    conferences.look();
    takeClock(id);
    conferences.look();
    assertThat(clocks(id)).isZero();
    clock.advance(Duration.ofDays(1));
    conferences.look();
    assertThat(clocks(id)).isOne();
  }

  private void stopInDays(int days) {
    clock.stopAt(Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MICROS));
  }

  private static void whileHeld(String lock, String what, Runnable meanwhile) throws SQLException {
    try (Connection other = PostgresBackend.superuser("cases")) {
      other.setAutoCommit(false);
      try (PreparedStatement statement = other.prepareStatement(lock)) {
        statement.setString(1, what);
        statement.execute();
      }
      meanwhile.run();
    }
  }

  /** At high risk since before there was a policy of conferences. */
  private static String withoutClock(String name) {
    String id = Casework.opened(name);
    Casework.assessed(id, "high", Instant.now());
    takeClock(id);
    return id;
  }

  private static void takeClock(String caseId) {
    Backstage.execute(
        "delete from task where kind = 'case-conference' and case_id = ?::uuid", caseId);
  }

  private static long clocks(String caseId) {
    return Backstage.count(
        "select count(*) from task where kind = 'case-conference' and case_id = ?::uuid"
            + " and state = 'open'",
        caseId);
  }
}
