package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Casework.step;
import static org.hifazat.cases.Plans.inDays;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.task.EscalateTasks;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking back at a plan, alone with the family or with other agencies. */
@HifazatTest(service = "cases")
class ReviewAndConferenceTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Duration WEEK = Duration.ofHours(168);
  private static final String CONFERENCES = "tasks.findAll { it.kind == 'case-conference' }";
  private static final String OPEN =
      "tasks.findAll { it.kind == 'case-conference' && it.state == 'open' }";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject EscalateTasks escalation;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void theNextReviewIsNeverLaterThanThePolicyAsks() {
    String id = opened("Shaperai");
    assessed(id, "medium", Instant.now());
    String late = ",\"nextReviewOn\":\"" + inDays(100) + "\"";
    Plans.review(WORKER, id, Instant.now(), late)
        .then()
        .statusCode(409)
        .body("code", equalTo("review-too-late"));
    Plans.review(WORKER, id, Instant.now(), ",\"nextReviewOn\":\"" + inDays(-1) + "\"")
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-past"));
    Plans.review(WORKER, id, Instant.now(), ",\"childSays\":\"Better.\"")
        .then()
        .statusCode(201)
        .body("childSays", equalTo("Better."));
    LocalDate next = inDays(30);
    Plans.review(WORKER, id, Instant.now(), ",\"nextReviewOn\":\"" + next + "\"")
        .then()
        .statusCode(201);
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'plan-review' }.state.sort()", contains("done", "open"));
    as(WORKER)
        .get("/v1/cases/" + id + "/reviews?limit=1")
        .then()
        .body("items.nextReviewOn", contains(next.toString()));
  }

  @Test
  void aCaseLeavesItsReviewOnlyWithTheReviewsRecord() {
    String id = CasePlanTest.planned("Rokhana");
    Plans.inForce(
        id,
        UUID.randomUUID(),
        Plans.action(UUID.randomUUID(), "Act.", "{\"kind\":\"child\"}", inDays(3)));
    step(WORKER, id, "implement", Instant.now()).then().statusCode(200);
    step(WORKER, id, "review", Instant.now()).then().statusCode(200);
    for (String next : new String[] {"implement", "replan"}) {
      step(WORKER, id, next, Instant.now())
          .then()
          .statusCode(409)
          .body("errors.code", contains("review-needed"));
    }
    String end = "nextSteps.find { it.step == 'close' }.blockers";
    Casework.nextSteps(WORKER, id)
        .then()
        .body(end + ".find { it.code == 'review-needed' }.overridable", equalTo(true));
    Plans.review(WORKER, id, Instant.now(), "").then().statusCode(201);
    Casework.nextSteps(WORKER, id).then().body(end + ".code", not(hasItem("review-needed")));
    step(WORKER, id, "implement", Instant.now()).then().statusCode(200);
  }

  @Test
  void whatAConferenceAgreesOnBecomesTasksAndItsPeopleAreReadByItsReadersOnly() {
    String id = opened("Almas");
    UUID action = UUID.randomUUID();
    String body =
        Plans.minutes(
            Instant.now(),
            Plans.action(action, "Ask the court.", Plans.staff(Persona.SUPERVISOR), inDays(2)));
    Plans.conference(WORKER, id, body)
        .then()
        .statusCode(201)
        .body("participants.name", hasItem("Invented Inspector"))
        .body("actions[0].task.kind", equalTo("conference-action"))
        .body(
            "actions[0].task.ownerId",
            equalTo(Persona.SUPERVISOR.staffId().orElseThrow().toString()));
    Plans.conference(WORKER, id, body)
        .then()
        .statusCode(422)
        .body("code", equalTo("plan-part-repeated"));
    Plans.conference(WORKER, id, Plans.minutes(Instant.now(), "").replace("stays-open", "magic"))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"));
    as(Persona.COLLEAGUE).get("/v1/cases/" + id + "/conferences").then().statusCode(403);
    as(WORKER)
        .get("/v1/cases/" + id + "/conferences")
        .then()
        .body("items.decisions", contains("The police look for the uncle."));
  }

  @Test
  void aConferenceIsCalledAndEndsWithItsMinutesOrIsCalledOff() {
    String id = opened("Breshna");
    Instant soon = Instant.now().plus(Duration.ofDays(2));
    Plans.callConference(WORKER, id, Instant.now().minusSeconds(60))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-past"));
    String called = Plans.callConference(WORKER, id, soon).path("id");
    Response other = Plans.callConference(WORKER, id, soon.plusSeconds(60));
    other.then().statusCode(201).body("invited.name", contains("Invented Inspector"));
    String path = "/v1/cases/" + id + "/planned-conferences";
    as(WORKER)
        .get(path)
        .then()
        .statusCode(200)
        .body("items.id", contains(called, other.path("id")));
    as(Persona.COLLEAGUE).get(path).then().statusCode(403);
    String moved = "/v1/planned-conferences/" + called + "/move";
    String later =
        "{\"plannedFor\":\"%s\",\"place\":\"By an invented telephone\"}"
            .formatted(soon.plus(Duration.ofDays(1)));
    as(WORKER)
        .header("If-Match", "\"v0\"")
        .body("{\"plannedFor\":\"%s\"}".formatted(Instant.now().minusSeconds(60)))
        .post(moved)
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-past"));
    as(WORKER)
        .header("If-Match", "\"v0\"")
        .body(later)
        .post(moved)
        .then()
        .statusCode(200)
        .body("place", equalTo("By an invented telephone"))
        .body("invited.name", contains("Invented Inspector"));
    as(WORKER).header("If-Match", "\"v0\"").body(later).post(moved).then().statusCode(412);
    as(WORKER).get(path).then().body("items.id", contains(other.<String>path("id"), called));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body(
            "tasks.findAll { it.kind == 'case-conference' && it.state == 'open' }.dueAt",
            hasItem(soon.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS).toString()));
    String minutes =
        Plans.minutes(Instant.now(), "")
            .replace("\"remote\"", "\"plannedConferenceId\":\"" + called + "\",\"remote\"");
    Plans.conference(WORKER, id, minutes).then().statusCode(201);
    Map<String, Long> before = Backstage.rows();
    Plans.conference(WORKER, id, minutes)
        .then()
        .statusCode(409)
        .body("code", equalTo("conference-not-planned"));
    as(WORKER)
        .header("If-Match", "\"v2\"")
        .body(later)
        .post(moved)
        .then()
        .statusCode(409)
        .body("code", equalTo("conference-not-planned"));
    Plans.conference(
            WORKER, opened("Breshna Two"), minutes.replace(called, other.<String>path("id")))
        .then()
        .statusCode(409)
        .body("code", equalTo("conference-not-planned"));
    assertThat(Backstage.rows().get("case_conference")).isEqualTo(before.get("case_conference"));
    String cancel = "/v1/planned-conferences/" + other.path("id") + "/cancellation";
    as(WORKER).header("If-Match", "\"v7\"").post(cancel).then().statusCode(412);
    as(WORKER)
        .header("If-Match", other.header("ETag"))
        .post(cancel)
        .then()
        .statusCode(200)
        .body("state", equalTo("cancelled"));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'case-conference' }.state", contains("done"));
    as(WORKER).get(path).then().body("items", empty());
  }

  @Test
  void aChildAtHighRiskIsTalkedOverEveryWeekUntilTheRiskIsLowered() {
    String id = opened("Gulmakai");
    Instant found = Instant.now().truncatedTo(ChronoUnit.MICROS);
    assessed(id, "high", found);
    ValidatableResponse clocks = as(WORKER).get("/v1/cases/" + id).then();
    clocks
        .body(CONFERENCES + ".dueAt", contains(found.plus(WEEK).toString()))
        .body(CONFERENCES + ".ownerId", contains(WORKER.staffId().orElseThrow().toString()))
        .body(CONFERENCES + ".state", contains("open"));
    clock.stopAt(found.plus(WEEK.dividedBy(2)));
    escalation.tellAll();
    assertThat(
            Backstage.texts(
                "select reminded_at is not null and escalated_at is null from task"
                    + " where kind = 'case-conference' and case_id = ?::uuid",
                id))
        .containsExactly("t");
    Instant held = found.plus(WEEK).plusSeconds(60);
    clock.stopAt(held);
    escalation.tellAll();
    as(WORKER).get("/v1/cases/" + id).then().body(CONFERENCES + ".overdue", contains(true));
    Plans.callConference(WORKER, id, held.plusSeconds(3_600)).then().statusCode(201);
    Plans.conference(WORKER, id, Plans.minutes(held, "")).then().statusCode(201);
    String next = held.plus(WEEK).toString();
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body(CONFERENCES + ".doneAt", hasItem(held.toString()))
        .body(OPEN + ".dueAt", hasItems(next, held.plusSeconds(3_600).toString()));
    // minutes of one that was held before the clock began meet nothing
    Plans.conference(WORKER, id, Plans.minutes(found, "")).then().statusCode(201);
    as(WORKER).get("/v1/cases/" + id).then().body(OPEN + ".dueAt", hasItem(next));
    UUID calmer = Casework.riskOnly(id, "low", held);
    LoweringTest.lower(Persona.SUPERVISOR, id, Casework.etag(id), calmer, held)
        .then()
        .statusCode(200);
    as(WORKER).get("/v1/cases/" + id).then().body(OPEN + ".dueAt", not(hasItem(next)));
    Plans.conference(WORKER, id, Plans.minutes(held, "")).then().statusCode(201);
    as(WORKER).get("/v1/cases/" + id).then().body(OPEN, hasSize(1));
  }

  @Test
  void aReviewIsDueSoonerWhenTheRiskRisesAndNoLaterWhenItFalls() {
    String id = opened("Zarlakhta");
    assessed(id, "medium", Instant.now());
    Plans.review(WORKER, id, Instant.now(), ",\"nextReviewOn\":\"" + inDays(80) + "\"")
        .then()
        .statusCode(201);
    String due = "tasks.find { it.kind == 'plan-review' && it.state == 'open' }.dueAt";
    Instant risen = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Casework.riskOnly(id, "high", risen);
    String sooner = risen.plus(Duration.ofDays(30)).toString();
    as(WORKER).get("/v1/cases/" + id).then().body(due, equalTo(sooner));
    UUID calmer = Casework.riskOnly(id, "low", Instant.now());
    LoweringTest.lower(Persona.SUPERVISOR, id, Casework.etag(id), calmer, Instant.now())
        .then()
        .statusCode(200);
    as(WORKER).get("/v1/cases/" + id).then().body(due, equalTo(sooner));
  }
}
