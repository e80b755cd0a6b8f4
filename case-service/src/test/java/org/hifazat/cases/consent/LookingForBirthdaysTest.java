package org.hifazat.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.cases.KarachiTime;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a day's birthdays count as looked at. Each test has a day of its own. */
@HifazatTest(service = "cases")
class LookingForBirthdaysTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject OutgrowConsents birthdays;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void anInstanceThatDidNotLeadLooksAgainAndNotTheNextDay() throws SQLException {
    String id = sixIn(30, "Sahar");
    stopOn(30);
    try (Connection other = PostgresBackend.superuser("cases")) {
      other.setAutoCommit(false);
      try (PreparedStatement leading =
          other.prepareStatement(
              "select pg_advisory_xact_lock(hashtextextended('consent-birthdays', 0))")) {
        leading.execute();
      }
      birthdays.look();
    }
    assertThat(tasks(id)).as("while another instance is at it").isZero();
    birthdays.look();
    assertThat(tasks(id)).isOne();
  }

  @Test
  void onceAllWereLookedAtNobodyLooksBeforeTheNextDay() {
    String id = sixIn(50, "Sabawoon");
    stopOn(50);
    birthdays.look();
    assertThat(tasks(id)).isOne();
    forget(id);
    birthdays.look();
    assertThat(tasks(id)).isZero();
    stopOn(51);
    birthdays.look();
    assertThat(tasks(id)).isOne();
  }

  /** Their caregiver's word is enough until that day. */
  private static String sixIn(int days, String given) {
    LocalDate birthday = KarachiTime.day(Instant.now()).plusDays(days).minusYears(6);
    String id = openCase(WORKER, given, "\"birthDate\":\"" + birthday + "\"");
    consent(WORKER, id, consent("case-management", "caregiver", Instant.now(), ""))
        .then()
        .statusCode(201);
    return id;
  }

  /** At noon, or the day after if midnight passed meanwhile. */
  private void stopOn(int days) {
    clock.stopAt(
        KarachiTime.day(Instant.now())
            .plusDays(days)
            .atStartOfDay(KarachiTime.ZONE)
            .plusHours(12)
            .toInstant());
  }

  private static void forget(String id) {
    Backstage.execute("delete from consent_birthday where case_id = ?::uuid", id);
    Backstage.execute(
        "delete from task where case_id = ?::uuid and kind = 'casework-consent-ended'", id);
  }

  private static long tasks(String id) {
    return Backstage.count(
        "select count(*) from task where case_id = ?::uuid and kind = 'casework-consent-ended'",
        id);
  }
}
