package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hifazat.cases.Casework.approved;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.assessedCase;
import static org.hifazat.cases.Casework.consented;
import static org.hifazat.cases.Casework.nextSteps;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Casework.request;
import static org.hifazat.cases.Casework.step;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case goes from step to step, each behind its gates, and says what stands in the way. */
@HifazatTest(service = "cases")
class LifecycleTest {
  private static final String DUE = "tasks.find { it.kind == '%s' }.dueAt";
  private static final String NEXT = "nextSteps.find { it.step == '%s' }.";
  private static final EventContracts CONTRACTS = EventContracts.load();

  @Inject DataSource database;
  @Inject MutableClock clock;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aNewCaseSaysWhatHasToBeDoneBeforeItIsAssessed() {
    String id = opened("Ajmal");
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("identified"))
        .body("episode", equalTo(1))
        .body("nextDeadline.kind", equalTo("initial-assessment"))
        .body(NEXT.formatted("assess") + "allowed", equalTo(false))
        .body(NEXT.formatted("assess") + "yours", equalTo(true))
        .body(
            NEXT.formatted("assess") + "blockers.code",
            containsInAnyOrder(
                "consent-needed",
                "risk-not-set",
                "comprehensive-assessment-needed",
                "registration-not-approved"));
    Map<String, Long> before = Backstage.rows();
    step(Persona.SOCIAL_WORKER, id, "assess", Instant.now())
        .then()
        .statusCode(409)
        .body("code", equalTo("step-blocked"))
        .body(
            "errors.code",
            containsInAnyOrder(
                "consent-needed",
                "risk-not-set",
                "comprehensive-assessment-needed",
                "registration-not-approved"));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void aLevelOfRiskAloneIsNoAssessmentOfTheChildAndNoneThatWasLeftUnanswered() {
    String id = opened("Arif");
    Casework.riskOnly(id, "medium", Instant.now());
    consented(id);
    approved(id, "registration");
    request(Persona.SOCIAL_WORKER, id, "assessment")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-nothing-to-approve"));
    Casework.comprehensive(id, false);
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(
            NEXT.formatted("assess") + "blockers.code",
            contains("comprehensive-assessment-needed"));
    step(Persona.SOCIAL_WORKER, id, "assess", Instant.now()).then().statusCode(409);
    Casework.comprehensive(id, true);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'comprehensive-assessment' }.state", equalTo("done"));
    step(Persona.SOCIAL_WORKER, id, "assess", Instant.now()).then().statusCode(200);
    approved(id, "assessment");
  }

  @Test
  void whoTurns18OnTheWayIsAssessedByTheirRiskAloneAndTheDayBeforeIsNot() {
    LocalDate birthday = KarachiTime.day(Instant.now()).plusDays(3);
    String id =
        Requests.openCase(
            Persona.SOCIAL_WORKER, "Almas", "\"birthDate\":\"" + birthday.minusYears(18) + "\"");
    Casework.riskOnly(id, "medium", Instant.now());
    approved(id, "registration");
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(
            NEXT.formatted("assess") + "blockers.code", hasItem("comprehensive-assessment-needed"));
    request(Persona.SOCIAL_WORKER, id, "assessment")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-nothing-to-approve"));
    clock.advance(Duration.ofDays(3));
    consent(Persona.SOCIAL_WORKER, id, consent("case-management", "child", clock.instant(), ""))
        .then()
        .statusCode(201);
    step(Persona.SOCIAL_WORKER, id, "assess", clock.instant()).then().statusCode(200);
    approved(id, "assessment");
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(NEXT.formatted("plan") + "blockers.code", not(hasItem("assessment-not-approved")));
  }

  @Test
  void theStepIsTakenWhenEveryGateIsOpenAndIsToldToTheOthers() {
    String id = opened("Akbar");
    assessed(id, "medium", Instant.now());
    consented(id);
    approved(id, "registration");
    Instant at = Instant.now();
    Response taken = step(Persona.SOCIAL_WORKER, id, "assess", at);
    taken.then().statusCode(200).body("state", equalTo("assessed")).header("ETag", notNullValue());
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .header("ETag", taken.header("ETag"))
        .body("steps.step", contains("assess"))
        .body("steps[0].from", equalTo("identified"))
        .body(
            "nextSteps.find { it.step == 'plan' }.blockers.code",
            hasItem("assessment-not-approved"));
    Awaitility.await("it is published")
        .until(() -> Topic.types(Topic.CASES, id).contains("org.hifazat.cases.case-moved.v1"));
    Topic.read(Topic.CASES, id).stream()
        .filter(record -> Topic.type(record).equals("org.hifazat.cases.case-moved.v1"))
        .forEach(
            record ->
                CONTRACTS.assertPublishable(
                    "org.hifazat.cases.case-moved.v1",
                    new String(record.value(), java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(
            Backstage.texts(
                "select codes::text from timeline_entry where case_id = ?::uuid and kind ="
                    + " 'case-moved'",
                id))
        .containsExactly("{identified,assessed}");
    assertThat(Backstage.audit("TAKE_STEP", id)).containsExactly("performed assess assessed");
  }

  @Test
  void aNewAssessmentHasToBeApprovedBeforePlanning() {
    String id = assessedCase("Akhtar", "low");
    approved(id, "assessment");
    assessed(id, "medium", Instant.now());
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(NEXT.formatted("plan") + "blockers.code", hasItem("assessment-not-approved"));
    approved(id, "assessment");
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(NEXT.formatted("plan") + "blockers.code", not(hasItem("assessment-not-approved")));
  }

  @Test
  void whatWasAskedForBeforeANewerAssessmentIsNotApprovedAndMayBeRejected() {
    String id = assessedCase("Older", "low");
    Response asked = Casework.request(Persona.SOCIAL_WORKER, id, "assessment");
    asked.then().statusCode(201);
    assessed(id, "medium", Instant.now());
    Casework.decide(Persona.SUPERVISOR, id, "assessment", asked.header("ETag"), "approved", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-overtaken"));
    Casework.decide(
            Persona.SUPERVISOR,
            id,
            "assessment",
            asked.header("ETag"),
            "rejected",
            ",\"comment\":\"Assessed again since.\"")
        .then()
        .statusCode(200);
    approved(id, "assessment");
  }

  @Test
  void anUnrelatedChangeLeavesTheStateWhereItIs() {
    String id = assessedCase("Alam", "low");
    assessed(id, "high", Instant.now());
    consent(
            Persona.SOCIAL_WORKER,
            id,
            consent("photo", "caregiver", Instant.now().minusSeconds(1), ""))
        .then()
        .statusCode(201);
    nextSteps(Persona.SOCIAL_WORKER, id).then().body("state", equalTo("assessed"));
  }

  @Test
  void aStepThatDoesNotLeadFromHereIsRefused() {
    String id = opened("Aziz");
    Map<String, Long> before = Backstage.rows();
    for (String step : new String[] {"plan", "implement", "review", "replan"}) {
      step(Persona.SOCIAL_WORKER, id, step, Instant.now())
          .then()
          .statusCode(409)
          .body("code", equalTo("step-not-from-here"));
    }
    step(Persona.SOCIAL_WORKER, id, "close", Instant.now()).then().statusCode(400);
    step(Persona.SOCIAL_WORKER, id, "\\u0000", Instant.now()).then().statusCode(400);
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void aStepCannotHappenInTheFutureNorBeforeTheOneBefore() {
    String id = opened("Babar");
    step(Persona.SOCIAL_WORKER, id, "assess", Instant.now().plus(Duration.ofDays(1)))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    step(Persona.SOCIAL_WORKER, id, "assess", Instant.now().minus(Duration.ofDays(1)))
        .then()
        .statusCode(422)
        .body("code", equalTo("before-last-step"));
  }

  @Test
  void ofTwoWhoTakeTheSameStepTheSecondIsStale() {
    String id = opened("Bahram");
    assessed(id, "low", Instant.now());
    consented(id);
    approved(id, "registration");
    String etag = Casework.etag(id);
    step(Persona.SOCIAL_WORKER, id, etag, "assess", Instant.now()).then().statusCode(200);
    step(Persona.SUPERVISOR, id, etag, "assess", Instant.now())
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    as(Persona.SOCIAL_WORKER)
        .body("{\"step\":\"plan\",\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/v1/cases/" + id + "/steps")
        .then()
        .statusCode(428);
  }

  @Test
  void whoMayOnlyReadIsToldSoAndAStrangerFindsNothing() {
    String id = opened("Bilal");
    step(Persona.COLLEAGUE, id, "assess", Instant.now()).then().statusCode(403);
    step(Persona.OTHER_UNIT_SUPERVISOR, id, "assess", Instant.now()).then().statusCode(404);
    nextSteps(Persona.COLLEAGUE, id).then().statusCode(403);
    nextSteps(Persona.OTHER_UNIT_SUPERVISOR, id).then().statusCode(404);
    nextSteps(Persona.COMMISSION_MONITOR, id).then().statusCode(403);
  }

  @Test
  void consentThatWasWithdrawnOrHasExpiredHoldsTheStepUp() {
    String id = opened("Bakht");
    assessed(id, "low", Instant.now());
    approved(id, "registration");
    consented(id);
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(NEXT.formatted("assess") + "blockers", empty())
        .body(NEXT.formatted("assess") + "allowed", equalTo(true));
    consent(
            Persona.SOCIAL_WORKER,
            id,
            """
            {"purpose":"case-management","decision":"withdrawn","givenBy":"caregiver","method":"oral",
             "language":"ps","happenedAt":"%s"}"""
                .formatted(Instant.now()))
        .then()
        .statusCode(201);
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(NEXT.formatted("assess") + "blockers.code", contains("consent-refused"));
    LocalDate last = KarachiTime.day(clock.instant()).plusDays(39);
    consent(
            Persona.SOCIAL_WORKER,
            id,
            consent(
                "case-management", "caregiver", Instant.now(), ",\"expiresOn\":\"" + last + "\""))
        .then()
        .statusCode(201);
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(NEXT.formatted("assess") + "blockers", empty());
    clock.stopAt(last.plusDays(1).atStartOfDay(KarachiTime.ZONE).toInstant());
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body(NEXT.formatted("assess") + "blockers.code", contains("consent-expired"));
  }

  @Test
  void theClocksOfTheNextStepsRunFromRegistrationHoweverLateTheFirstLevelIs() {
    String id = opened("Daud");
    Response before = as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id);
    Instant opened = Instant.parse(before.path("openedAt"));
    before
        .then()
        .body(DUE.formatted("comprehensive-assessment"), equalTo(after(opened, 7)))
        .body(DUE.formatted("case-plan"), equalTo(after(opened, 14)));
    clock.advance(Duration.ofDays(3));
    Instant late = clock.instant();
    Casework.riskOnly(id, "medium", late);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'comprehensive-assessment' }", hasSize(1))
        .body(DUE.formatted("comprehensive-assessment"), equalTo(after(opened, 7)))
        .body(DUE.formatted("case-plan"), equalTo(after(opened, 14)))
        .body(DUE.formatted("supervisor-notice"), equalTo(after(late, 3)))
        .body(
            "tasks.find { it.kind == 'supervisor-notice' }.ownerId",
            equalTo(Persona.SUPERVISOR.staffId().orElseThrow().toString()));
    assessed(id, "medium", late);
    consented(id);
    approved(id, "registration");
    approved(id, "assessment");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'comprehensive-assessment' }.state", equalTo("done"))
        .body("tasks.find { it.kind == 'supervisor-notice' }.state", equalTo("done"))
        .body("tasks.find { it.kind == 'case-plan' }.state", equalTo("open"));
  }

  private static String after(Instant from, int days) {
    return from.truncatedTo(ChronoUnit.MICROS).plus(days, ChronoUnit.DAYS).toString();
  }
}
