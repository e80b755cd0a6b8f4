package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Casework.approved;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.assessedCase;
import static org.hifazat.cases.Casework.nextSteps;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Casework.step;
import static org.hifazat.cases.Plans.contact;
import static org.hifazat.cases.Plans.held;
import static org.hifazat.cases.Plans.inDays;
import static org.hifazat.cases.Plans.missed;
import static org.hifazat.cases.Plans.planned;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts planned, held and missed, safety plans and services. */
@HifazatTest(service = "cases")
class FollowUpTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void seeingTheChildMeetsTheFirstResponseAndSetsTheNextContactByRisk() {
    String id = opened("Spin");
    assessed(id, "medium", Instant.now());
    Instant seen = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    contact(WORKER, id, held(seen, true, true, "same"))
        .then()
        .statusCode(201)
        .body("state", equalTo("held"))
        .body("seenAlone", equalTo(true))
        .body("note", equalTo("The child was drawing."));
    planned(WORKER, id)
        .then()
        .statusCode(200)
        .body("items.byPolicy", contains(true))
        .body("items[0].plannedFor", equalTo(seen.plus(Duration.ofDays(14)).toString()));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'first-response' }.state", equalTo("done"))
        .body("tasks.find { it.kind == 'follow-up' }.state", equalTo("open"));
  }

  @Test
  void aMissedContactIsTriedAgainSoon() {
    String id = opened("Tor");
    assessed(id, "high", Instant.now());
    Response plan = Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(1)));
    plan.then().statusCode(201).body("state", equalTo("planned"));
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    outcome(plan, missed(at, "nobody-there"))
        .then()
        .statusCode(200)
        .body("state", equalTo("missed"))
        .body("missedReason", equalTo("nobody-there"));
    planned(WORKER, id)
        .then()
        .body("items[0].plannedFor", equalTo(at.plus(Duration.ofDays(1)).toString()));
    outcome(plan, missed(at, "nobody-there")).then().statusCode(412);
    as(WORKER)
        .get("/v1/cases/" + id + "/follow-ups?state=ended")
        .then()
        .body("items.state", contains("missed"));
  }

  @Test
  void aContactPlannedInTimeTakesThePlaceOfThePolicysAndALaterOneDoesNot() {
    String id = opened("Shin");
    assessed(id, "low", Instant.now());
    contact(WORKER, id, held(Instant.now(), true, false, "same")).then().statusCode(201);
    Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(40))).then().statusCode(201);
    planned(WORKER, id).then().body("items.byPolicy", contains(true, false));
    Response sooner = Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(7)));
    planned(WORKER, id).then().body("items.byPolicy", contains(false, false));
    as(WORKER)
        .header("If-Match", sooner.header("ETag"))
        .post("/v1/follow-ups/" + sooner.path("id") + "/cancellation")
        .then()
        .statusCode(200)
        .body("state", equalTo("cancelled"));
    planned(WORKER, id).then().body("items.byPolicy", contains(true, false));
  }

  @Test
  void aContactThatCannotBeIsRefused() {
    String id = opened("Khkuli");
    refused(id, held(Instant.now(), false, true, "same"), 422, "seen-alone-not-seen");
    refused(id, held(Instant.now().plusSeconds(90), true, true, "same"), 422, "in-the-future");
    Instant before = Instant.now().minus(Duration.ofDays(3));
    refused(id, held(before, true, true, "same"), 422, "before-the-case");
    refused(id, missed(Instant.now(), "rain"), 422, "code-unknown");
    refused(
        id,
        missed(Instant.now(), "nobody-there").replace("missed\",", "held\","),
        422,
        "unprocessable");
    Plans.followUp(WORKER, id, Instant.now().minusSeconds(60))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-past"));
  }

  private static void refused(String caseId, String body, int status, String code) {
    Map<String, Long> before = Backstage.rows();
    contact(WORKER, caseId, body).then().statusCode(status).body("code", equalTo(code));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void atHighRiskNobodyLeavesTheAssessmentWithoutASafetyPlan() {
    String id = assessedCase("Laila", "high");
    approved(id, "assessment");
    nextSteps(WORKER, id)
        .then()
        .body("warnings.code", hasItem("safety-plan-needed"))
        .body("nextSteps.find { it.step == 'plan' }.blockers.code", contains("safety-plan-needed"));
    step(WORKER, id, "plan", Instant.now()).then().statusCode(409);
    Plans.safe(WORKER, id, Plans.safetyPlan(Instant.now(), ",\"reviewOn\":\"" + inDays(7) + "\""))
        .then()
        .statusCode(201)
        .body("edition", equalTo(1))
        .body("people[0].name", equalTo("Invented Aunt"));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'safety-plan' }.state", equalTo("done"))
        .body("tasks.find { it.kind == 'safety-plan-review' }.state", equalTo("open"));
    step(WORKER, id, "plan", Instant.now()).then().statusCode(200);
    Plans.safe(WORKER, id, Plans.safetyPlan(Instant.now(), "")).then().statusCode(201);
    as(WORKER)
        .get("/v1/cases/" + id + "/safety-plans")
        .then()
        .body("items.state", contains("in-force", "replaced"));
  }

  @Test
  void atMediumRiskTheSafetyPlanIsNotDemandedAndOneWithoutAgreementNeedsAReason() {
    String id = assessedCase("Wagma", "medium");
    nextSteps(WORKER, id)
        .then()
        .body(
            "nextSteps.find { it.step == 'plan' }.blockers.code",
            not(hasItem("safety-plan-needed")));
    String alone =
        Plans.safetyPlan(Instant.now(), "")
            .replace("\"caregiverSays\":\"agreed\"", "\"caregiverSays\":\"not-asked\"");
    Plans.safe(WORKER, id, alone).then().statusCode(422).body("code", equalTo("reason-needed"));
    Plans.safe(
            WORKER, id, alone.replace("\"places\"", "\"reason\":\"He is the danger.\",\"places\""))
        .then()
        .statusCode(201);
  }

  @Test
  void anOverdueContactStandsInTheWayOfClosing() {
    String id = opened("Wranga");
    assessed(id, "medium", Instant.now());
    contact(WORKER, id, held(Instant.now(), true, true, "same")).then().statusCode(201);
    nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("warnings.code", not(hasItem("overdue-follow-up")));
    Backstage.execute(
        "update follow_up set planned_for = now() - interval '1 hour' where case_id = ?::uuid and state = 'planned'",
        id);
    nextSteps(Persona.SUPERVISOR, id).then().body("warnings.code", hasItem("overdue-follow-up"));
  }

  @Test
  void servicesGivenAreRecordedAndAMistakeIsStruckOutNotErased() {
    String id = opened("Gharsanai");
    Response cash = Plans.service(WORKER, id, "cash", ",\"rupees\":3000,\"note\":\"For shoes.\"");
    cash.then().statusCode(201).body("rupees", equalTo(3000)).body("note", equalTo("For shoes."));
    Plans.service(WORKER, id, "cash", "")
        .then()
        .statusCode(422)
        .body("code", equalTo("amount-needed"));
    Plans.service(WORKER, id, "visit", ",\"rupees\":10")
        .then()
        .statusCode(422)
        .body("code", equalTo("amount-needed"));
    Plans.service(WORKER, id, "visit", ",\"actionId\":\"" + UUID.randomUUID() + "\"")
        .then()
        .statusCode(422)
        .body("code", equalTo("action-unknown"));
    Plans.service(
            WORKER,
            id,
            "visit",
            ",\"givenBy\":\"" + Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow() + "\"")
        .then()
        .statusCode(422)
        .body("code", equalTo("staff-unknown"));
    Plans.service(WORKER, id, "miracle", "").then().statusCode(422);
    String path = "/v1/services-given/" + cash.path("id") + "/strike-out";
    as(WORKER).post(path).then().statusCode(428);
    Response struck = as(WORKER).header("If-Match", cash.header("ETag")).post(path);
    struck.then().statusCode(200);
    as(WORKER)
        .header("If-Match", struck.header("ETag"))
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("struck-already"));
    as(WORKER)
        .get("/v1/cases/" + id + "/services-given")
        .then()
        .body("items.kind", contains("cash"))
        .body("items.struckAt", not(empty()));
  }

  @Test
  void whatHappensIsToldToTheOthersByTheContractAndInTheStory() {
    String id = CasePlanTest.planned("Gulalai");
    UUID goal = UUID.randomUUID();
    String action = Plans.action(UUID.randomUUID(), "Act.", "{\"kind\":\"child\"}", inDays(3));
    String plan = Plans.inForce(id, goal, action);
    Plans.post(
            WORKER,
            "/v1/case-plans/" + plan + "/goals/" + goal + "/progress",
            "{\"level\":\"reached\",\"happenedAt\":\"" + Instant.now() + "\"}")
        .then()
        .statusCode(201);
    Plans.safe(WORKER, id, Plans.safetyPlan(Instant.now(), "")).then().statusCode(201);
    contact(WORKER, id, held(Instant.now(), true, true, "same")).then().statusCode(201);
    contact(WORKER, id, missed(Instant.now(), "child-away")).then().statusCode(201);
    Plans.review(WORKER, id, Instant.now(), "").then().statusCode(201);
    Response service = Plans.service(WORKER, id, "visit", "");
    as(WORKER)
        .header("If-Match", service.header("ETag"))
        .post("/v1/services-given/" + service.path("id") + "/strike-out")
        .then()
        .statusCode(200);
    Plans.conference(WORKER, id, Plans.minutes(Instant.now(), "")).then().statusCode(201);
    String[] told = {
      "case-plan-approved", "goal-progressed", "safety-plan-made", "follow-up-held",
      "follow-up-missed", "case-reviewed", "service-given", "service-struck-out",
      "case-conference-held"
    };
    assertThat(Backstage.texts("select kind from timeline_entry where case_id = ?::uuid", id))
        .contains(told);
    Awaitility.await("all is published")
        .until(() -> Backstage.count("select count(*) from outbox") == 0);
    EventContracts contracts = EventContracts.load();
    var events = Topic.read(Topic.CASES, id);
    events.forEach(
        event ->
            contracts.assertPublishable(
                Topic.type(event), new String(event.value(), StandardCharsets.UTF_8)));
    assertThat(events.stream().map(Topic::type))
        .contains(
            Stream.of(told)
                .map(name -> "org.hifazat.cases." + name + ".v1")
                .toArray(String[]::new));
  }

  @Test
  void aTaskThatEndsWithItsRecordIsNotTickedOff() {
    String id = assessedCase("Ruqia", "medium");
    Response whole = as(WORKER).get("/v1/cases/" + id);
    Map<String, String> task = whole.path("tasks.find { it.kind == 'case-plan' }");
    as(WORKER)
        .header("If-Match", task.get("etag"))
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/v1/tasks/" + task.get("id") + "/completion")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-needs-its-record"));
  }

  @Test
  void nothingIsAddedToAClosedCase() {
    String id = opened("Parkha");
    Backstage.execute(
        "update case_file set state = 'closed', closed_at = now(), state_since = now() where id = ?::uuid",
        id);
    Map<String, Long> before = Backstage.rows();
    closed(contact(WORKER, id, held(Instant.now(), true, true, "same")));
    closed(Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(1))));
    closed(Plans.safe(WORKER, id, Plans.safetyPlan(Instant.now(), "")));
    closed(Plans.review(WORKER, id, Instant.now(), ""));
    closed(Plans.service(WORKER, id, "visit", ""));
    closed(Plans.conference(WORKER, id, Plans.minutes(Instant.now(), "")));
    closed(Plans.callConference(WORKER, id, Instant.now().plus(Duration.ofDays(1))));
    closed(Plans.draft(WORKER, id, "{\"problems\":[]}"));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  private static void closed(Response answer) {
    answer.then().statusCode(409).body("code", equalTo("case-closed"));
  }

  private static Response outcome(Response plan, String body) {
    return as(WORKER)
        .header("If-Match", plan.header("ETag"))
        .body(body)
        .post("/v1/follow-ups/" + plan.path("id") + "/outcome");
  }
}
