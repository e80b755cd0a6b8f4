package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.platform.testing.Calls.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.deadline.Deadlines;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines are data that the Commission's admin sets from a day on. */
@HifazatTest(service = "cases")
class DeadlinePolicyTest {
  private static final String STEP = "initial-assessment";
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject Deadlines deadlines;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @AfterEach
  void asThePlatformCame() {
    Backstage.execute("delete from task_reassignment");
    Backstage.execute(
        "delete from task where policy_id in (select id from deadline_policy where set_by is not null)");
    Backstage.execute("delete from deadline_policy where set_by is not null");
    Backstage.execute("update deadline_policy set valid_to = null");
    Backstage.execute("delete from holiday where set_by is not null");
  }

  @Test
  void fromItsFirstDayANewDeadlineTakesOverAndTheOldOneStaysForTheDaysBefore() {
    LocalDate monday = nextMonday();
    set(Persona.COMMISSION_ADMIN, "initial-assessment", 48, "calendar", monday)
        .then()
        .statusCode(201)
        .body("hours", equalTo(48))
        .body("validTo", nullValue());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/deadline-policies")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.taskKind == 'initial-assessment' }.validTo",
            hasItems(monday.toString(), null));
    assertThat(dueAfter(openCase(Persona.SOCIAL_WORKER, "Before", NINE_YEARS)))
        .isEqualTo(Duration.ofHours(24));
    Instant noon = monday.atStartOfDay(KarachiTime.ZONE).plusHours(12).toInstant();
    assertThat(QuarkusTransaction.requiringNew().call(() -> deadlines.of(STEP, null, noon)))
        .map(marks -> Duration.between(noon, marks.dueAt()))
        .hasValue(Duration.ofHours(48));
    assertThat(Backstage.audit("SET_DEADLINE_POLICY", policyId()))
        .containsExactly("performed initial-assessment");
  }

  @Test
  void aDeadlineOfWorkingDaysSkipsWeekendsAndHolidays() {
    clock.stopAt(clock.instant());
    LocalDate today = KarachiTime.day(clock.instant());
    atRisk("first-response", "low", 24, "working-days", today).then().statusCode(201);
    for (int day = 1; day <= 20; day++) {
      LocalDate date = today.plusDays(day);
      int status = holiday(Persona.COMMISSION_ADMIN, date).statusCode();
      assertThat(status).as("%s", date).isIn(204, 409);
    }
    String id = openCase(Persona.SOCIAL_WORKER, "Eid", NINE_YEARS);
    Instant conducted = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Casework.riskOnly(id, "low", conducted);
    String response = "tasks.find { it.kind == 'first-response' }.dueAt";
    Instant dueAt = Instant.parse(as(Persona.SUPERVISOR).get("/v1/cases/" + id).path(response));
    assertThat(Duration.between(conducted, dueAt)).isGreaterThan(Duration.ofDays(20));
  }

  @Test
  void whatCannotBeSetIsRefusedAndNothingChanges() {
    clock.stopAt(clock.instant());
    LocalDate today = KarachiTime.day(clock.instant());
    String before = Backstage.texts("select count(*) from deadline_policy").getFirst();
    set(Persona.COMMISSION_ADMIN, "initial-assessment", 24, "calendar", today.minusDays(1))
        .then()
        .statusCode(422)
        .body("code", equalTo("policy-in-the-past"));
    set(Persona.COMMISSION_ADMIN, "moon-walk", 24, "calendar", today)
        .then()
        .statusCode(422)
        .body("code", equalTo("task-kind-unknown"));
    set(Persona.COMMISSION_ADMIN, "initial-assessment", 0, "calendar", today)
        .then()
        .statusCode(400);
    refused(
        atRisk("first-response", "high", 24, "working-days", today), "working-days-not-allowed");
    refused(atRisk("first-response", null, 24, "working-days", today), "working-days-not-allowed");
    refused(atRisk("plan-review", "low", 24, "working-days", today), "working-days-not-allowed");
    refused(atRisk("plan-review", "low", 2161, "calendar", today), "deadline-too-long");
    refused(atRisk("initial-assessment", null, 49, "calendar", today), "deadline-too-long");
    set(Persona.SUPERVISOR, "initial-assessment", 24, "calendar", today).then().statusCode(403);
    set(Persona.COMMISSION_MONITOR, "initial-assessment", 24, "calendar", today)
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.ofOldSignIn(Persona.COMMISSION_ADMIN))
        .delete("/v1/holidays/" + today.plusDays(1))
        .then()
        .statusCode(401);
    assertThat(Backstage.texts("select count(*) from deadline_policy").getFirst())
        .isEqualTo(before);
  }

  @Test
  void whatIsSetForALaterDayIsNotUnderminedByAnEarlierOne() {
    LocalDate today = KarachiTime.day(clock.instant());
    set(Persona.COMMISSION_ADMIN, "initial-assessment", 30, "calendar", today.plusDays(5))
        .then()
        .statusCode(201);
    set(Persona.COMMISSION_ADMIN, "initial-assessment", 36, "calendar", today.plusDays(2))
        .then()
        .statusCode(409)
        .body("code", equalTo("policy-overlaps"));
  }

  @Test
  void aHolidayIsAddedShownAndTakenAwayAgain() {
    LocalDate day = KarachiTime.day(clock.instant()).plusDays(3);
    Backstage.execute("delete from holiday where day = ?", day);
    holiday(Persona.COMMISSION_ADMIN, day).then().statusCode(204);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/holidays?year=" + day.getYear())
        .then()
        .statusCode(200)
        .body("items.day", hasItem(day.toString()));
    holiday(Persona.COMMISSION_ADMIN, day)
        .then()
        .statusCode(409)
        .body("code", equalTo("holiday-exists"));
    as(Persona.COMMISSION_ADMIN).delete("/v1/holidays/" + day).then().statusCode(204);
    as(Persona.COMMISSION_ADMIN).delete("/v1/holidays/" + day).then().statusCode(404);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/holidays?year=" + day.getYear())
        .then()
        .body("items.day", not(hasItem(day.toString())));
  }

  @Test
  void aHolidayOfThePastOrByAnybodyElseIsRefused() {
    LocalDate today = KarachiTime.day(clock.instant());
    holiday(Persona.COMMISSION_ADMIN, today.minusDays(1))
        .then()
        .statusCode(422)
        .body("code", equalTo("holiday-in-the-past"));
    as(Persona.COMMISSION_ADMIN)
        .delete("/v1/holidays/" + today.minusDays(1))
        .then()
        .statusCode(422);
    holiday(Persona.COMMISSION_ADMIN, LocalDate.MAX)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
    as(Persona.COMMISSION_ADMIN).delete("/v1/holidays/" + LocalDate.MAX).then().statusCode(404);
    holiday(Persona.SUPERVISOR, today.plusDays(9)).then().statusCode(403);
    as(Persona.SUPERVISOR).delete("/v1/holidays/" + today.plusDays(9)).then().statusCode(403);
  }

  private LocalDate nextMonday() {
    LocalDate day = KarachiTime.day(clock.instant()).plusDays(2);
    while (day.getDayOfWeek() != java.time.DayOfWeek.MONDAY) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static String policyId() {
    return Backstage.texts("select id from deadline_policy where set_by is not null").getFirst();
  }

  /** From the start of the case's first clock to its deadline. */
  private static Duration dueAfter(String caseId) {
    Instant start =
        Instant.parse(as(Persona.SUPERVISOR).get("/v1/cases/" + caseId).path("tasks[0].startedAt"));
    Instant due =
        Instant.parse(as(Persona.SUPERVISOR).get("/v1/cases/" + caseId).path("tasks[0].dueAt"));
    return Duration.between(start, due);
  }

  private static Response holiday(Persona persona, LocalDate day) {
    return as(persona)
        .body("{\"nameEn\":\"Invented\",\"nameUr\":\"فرضی\",\"namePs\":\"فرضي\"}")
        .put("/v1/holidays/" + day);
  }

  private static void refused(Response answer, String code) {
    answer.then().statusCode(422).body("code", equalTo(code));
  }

  private static Response atRisk(
      String kind, @Nullable String risk, int hours, String time, LocalDate validFrom) {
    return as(Persona.COMMISSION_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"taskKind":"%s",%s"hours":%d,"timeKind":"%s","remindPercent":50,"commissionPercent":200,
             "validFrom":"%s","source":"An invented decision"}"""
                .formatted(
                    kind,
                    risk == null ? "" : "\"riskLevel\":\"" + risk + "\",",
                    hours,
                    time,
                    validFrom))
        .post("/v1/deadline-policies");
  }

  private static Response set(
      Persona persona, String kind, int hours, String time, LocalDate validFrom) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"taskKind":"%s","hours":%d,"timeKind":"%s","remindPercent":50,"commissionPercent":200,
             "validFrom":"%s","source":"An invented decision"}"""
                .formatted(kind, hours, time, validFrom))
        .post("/v1/deadline-policies");
  }
}
