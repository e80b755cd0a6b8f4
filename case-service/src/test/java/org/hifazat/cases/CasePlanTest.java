package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Casework.approved;
import static org.hifazat.cases.Casework.assessedCase;
import static org.hifazat.cases.Casework.decide;
import static org.hifazat.cases.Casework.request;
import static org.hifazat.cases.Casework.step;
import static org.hifazat.cases.Plans.action;
import static org.hifazat.cases.Plans.bothAgree;
import static org.hifazat.cases.Plans.draft;
import static org.hifazat.cases.Plans.inDays;
import static org.hifazat.cases.Plans.plan;
import static org.hifazat.cases.Plans.staff;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Problem, goal, action, who, by when: agreed on, approved, frozen and carried out. */
@HifazatTest(service = "cases")
class CasePlanTest {
  static final String CHILD = "{\"kind\":\"child\"}";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aPlanIsAgreedOnApprovedAndItsActionsBecomeTasksOfWhoeverActs() {
    String id = planned("Palwasha");
    UUID visit = UUID.randomUUID();
    UUID learn = UUID.randomUUID();
    UUID goal = UUID.randomUUID();
    LocalDate due = inDays(3);
    String plan =
        Plans.inForce(
            id,
            goal,
            action(visit, "Speak with the teacher.", staff(Persona.COLLEAGUE), due)
                + ","
                + action(learn, "Packs the school bag.", CHILD, inDays(5)));
    Response whole = Plans.one(Persona.SOCIAL_WORKER, plan);
    whole
        .then()
        .statusCode(200)
        .body("state", equalTo("approved"))
        .body("approvedBy", equalTo(Persona.SUPERVISOR.staffId().orElseThrow().toString()))
        .body("child.decision", equalTo("agreed"))
        .body("problems[0].goals[0].actions.task.state", contains("open", "open"))
        .body("problems[0].goals[0].actions[0].task.ownerId", equalTo(idOf(Persona.COLLEAGUE)))
        .body("problems[0].goals[0].actions[1].task.ownerId", equalTo(idOf(Persona.SOCIAL_WORKER)))
        .body(
            "problems[0].goals[0].actions[0].task.dueAt",
            equalTo(KarachiTime.endOf(due).toString()));
    step(Persona.SOCIAL_WORKER, id, "implement", Instant.now()).then().statusCode(200);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'case-plan' }.state", contains("done"))
        .body("tasks.findAll { it.kind == 'plan-review' }.state", contains("open"))
        .body("tasks.findAll { it.kind == 'follow-up' }.state", contains("open"));
  }

  @Test
  void whatAnActionBroughtIsReadWithThePlan() {
    String id = planned("Spogmay");
    UUID action = UUID.randomUUID();
    String plan =
        Plans.inForce(
            id,
            UUID.randomUUID(),
            action(action, "Visit the school.", staff(Persona.SOCIAL_WORKER), inDays(2)));
    String first = "problems[0].goals[0].actions[0].";
    Response before = Plans.one(Persona.SOCIAL_WORKER, plan);
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", before.path(first + "task.etag").toString())
        .body(
            "{\"happenedAt\":\"%s\",\"note\":\"The teacher keeps a place.\"}"
                .formatted(Instant.now()))
        .post("/v1/tasks/" + before.path(first + "task.id") + "/completion")
        .then()
        .statusCode(200);
    Plans.one(Persona.SOCIAL_WORKER, plan)
        .then()
        .body(first + "task.state", equalTo("done"))
        .body(first + "outcome", equalTo("The teacher keeps a place."));
  }

  @Test
  void withoutAnApprovedPlanNothingIsCarriedOut() {
    String id = planned("Torpekai");
    draft(Persona.SOCIAL_WORKER, id, sound(bothAgree())).then().statusCode(201);
    step(Persona.SOCIAL_WORKER, id, "implement", Instant.now())
        .then()
        .statusCode(409)
        .body("code", equalTo("step-blocked"))
        .body("errors.code", hasItem("case-plan-not-approved"));
    approved(id, "case-plan");
    step(Persona.SOCIAL_WORKER, id, "implement", Instant.now()).then().statusCode(200);
  }

  @Test
  void aSubmittedPlanIsFrozenAndADraftAgainWhenItIsSentBack() {
    String id = planned("Zarmast");
    Response drafted = draft(Persona.SOCIAL_WORKER, id, sound(bothAgree()));
    String plan = drafted.path("id");
    Response asked = request(Persona.SOCIAL_WORKER, id, "case-plan");
    asked.then().statusCode(201);
    String submitted = Plans.one(Persona.SOCIAL_WORKER, plan).header("ETag");
    Map<String, Long> before = Backstage.rows();
    Plans.change(Persona.SOCIAL_WORKER, plan, submitted, sound(bothAgree()))
        .then()
        .statusCode(409)
        .body("code", equalTo("plan-frozen"));
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", submitted)
        .delete("/v1/case-plans/" + plan)
        .then()
        .statusCode(409);
    assertThat(Backstage.rows()).isEqualTo(before);
    assertThatThrownBy(
            () ->
                Backstage.execute(
                    "update case_plan set content = '\\x00' where id = ?::uuid", plan))
        .rootCause()
        .hasMessageContaining("the content of a submitted plan is frozen");
    decide(
            Persona.SUPERVISOR,
            id,
            "case-plan",
            asked.header("ETag"),
            "rejected",
            ",\"comment\":\"Name the school.\"")
        .then()
        .statusCode(200);
    Response again = Plans.one(Persona.SOCIAL_WORKER, plan);
    again.then().body("state", equalTo("draft")).body("submittedAt", nullValue());
    Plans.change(Persona.SOCIAL_WORKER, plan, again.header("ETag"), sound(bothAgree()))
        .then()
        .statusCode(200);
  }

  @Test
  void aNewEditionKeepsWhatWasDoneAndEndsWhatIsGone() {
    String id = planned("Mastura");
    UUID goal = UUID.randomUUID();
    UUID kept = UUID.randomUUID();
    UUID later = UUID.randomUUID();
    UUID gone = UUID.randomUUID();
    String worker = staff(Persona.SOCIAL_WORKER);
    LocalDate due = inDays(3);
    Plans.inForce(
        id,
        goal,
        String.join(
            ",",
            action(kept, "Kept.", worker, due),
            action(later, "Later.", worker, due),
            action(gone, "Gone.", worker, due)));
    String keptTask = task(id, kept);
    String second =
        Plans.inForce(
            id,
            goal,
            action(kept, "Kept.", worker, due)
                + ","
                + action(later, "Later.", worker, due.plusDays(6)));
    Plans.one(Persona.SOCIAL_WORKER, second).then().body("edition", equalTo(2));
    assertThat(task(id, kept)).isEqualTo(keptTask);
    assertThat(states(id, later)).containsExactly("superseded", "open");
    assertThat(states(id, gone)).containsExactly("superseded");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id + "/case-plans")
        .then()
        .statusCode(200)
        .body("items.state", contains("approved", "replaced"))
        .body("items.edition", contains(2, 1));
  }

  @Test
  void goalsOfThePlanInForceProgressAndTheirStoryStaysWithThem() {
    String id = planned("Nazo");
    UUID goal = UUID.randomUUID();
    String plan =
        Plans.inForce(
            id, goal, action(UUID.randomUUID(), "Once.", staff(Persona.SOCIAL_WORKER), inDays(3)));
    progress(plan, goal, "some-progress", Instant.now())
        .then()
        .statusCode(201)
        .body("problems[0].goals[0].progress.level", contains("some-progress"))
        .body("problems[0].goals[0].progress[0].note", equalTo("Two days at school."));
    progress(plan, goal, "splendid", Instant.now())
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"));
    progress(plan, UUID.randomUUID(), "reached", Instant.now()).then().statusCode(404);
    progress(plan, goal, "reached", Instant.now().plus(Duration.ofDays(1)))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    String draft = draft(Persona.SOCIAL_WORKER, id, plan(goal, "", "")).then().extract().path("id");
    progress(draft, goal, "reached", Instant.now())
        .then()
        .statusCode(409)
        .body("code", equalTo("plan-not-in-force"));
    Plans.one(Persona.SOCIAL_WORKER, draft)
        .then()
        .body("problems[0].goals[0].progress.level", contains("some-progress"));
  }

  @Test
  void aPlanIsSubmittedOnlyWholeAndWithWhatChildAndCaregiverSay() {
    String id = planned("Kashmir");
    request(Persona.SOCIAL_WORKER, id, "case-plan")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-nothing-to-approve"));
    Response drafted = draft(Persona.SOCIAL_WORKER, id, plan(UUID.randomUUID(), "", bothAgree()));
    refusedToSubmit(id, "plan-incomplete");
    String plan = drafted.path("id");
    String etag = drafted.header("ETag");
    etag = Plans.change(Persona.SOCIAL_WORKER, plan, etag, sound("")).header("ETag");
    refusedToSubmit(id, "plan-not-agreed");
    String past =
        plan(UUID.randomUUID(), action(UUID.randomUUID(), "Late.", CHILD, inDays(-2)), bothAgree());
    Plans.change(Persona.SOCIAL_WORKER, plan, etag, past).then().statusCode(200);
    refusedToSubmit(id, "action-due-in-the-past");
  }

  private static void refusedToSubmit(String caseId, String code) {
    Map<String, Long> before = Backstage.rows();
    request(Persona.SOCIAL_WORKER, caseId, "case-plan")
        .then()
        .statusCode(409)
        .body("code", equalTo(code));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void whatCannotBeIsRefusedAndNothingIsWritten() {
    String id = planned("Durkhanai");
    UUID twice = UUID.randomUUID();
    String act = action(twice, "Act.", CHILD, inDays(3));
    refused(id, plan(UUID.randomUUID(), act + "," + act, ""), 422, "plan-part-repeated");
    refused(id, withActor("{\"kind\":\"staff\"}"), 422, "actor-unclear");
    refused(id, withActor("{\"kind\":\"child\",\"name\":\"x\"}"), 422, "actor-unclear");
    refused(id, withActor(staff(Persona.OTHER_UNIT_SOCIAL_WORKER)), 422, "staff-unknown");
    refused(id, withActor("{\"kind\":\"neighbour\"}"), 400, "invalid-value");
    String notAgreed =
        ",\"child\":{\"decision\":\"not-agreed\",\"happenedAt\":\"%s\"}".formatted(Instant.now());
    refused(id, plan(UUID.randomUUID(), "", notAgreed), 422, "reason-needed");
    String early = ",\"child\":" + Plans.agreed(Instant.now().minus(Duration.ofDays(9)));
    refused(id, plan(UUID.randomUUID(), "", early), 422, "before-the-case");
    refused(id, "{\"problems\":[],\"words\":\"x\"}", 400, "unknown-field");
  }

  private static void refused(String caseId, String body, int status, String code) {
    Map<String, Long> before = Backstage.rows();
    draft(Persona.SOCIAL_WORKER, caseId, body)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void oneEditionIsWrittenAtATimeAndTheSecondOfTwoWritersIsTold() {
    String id = planned("Gulghutai");
    Response drafted = draft(Persona.SOCIAL_WORKER, id, sound(""));
    drafted.then().statusCode(201).header("ETag", notNullValue());
    draft(Persona.SUPERVISOR, id, sound(""))
        .then()
        .statusCode(409)
        .body("code", equalTo("plan-open-already"));
    String plan = drafted.path("id");
    Plans.change(Persona.SUPERVISOR, plan, drafted.header("ETag"), sound(""))
        .then()
        .statusCode(200);
    Plans.change(Persona.SOCIAL_WORKER, plan, drafted.header("ETag"), sound(""))
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    as(Persona.SOCIAL_WORKER).body(sound("")).put("/v1/case-plans/" + plan).then().statusCode(428);
  }

  @Test
  void aDraftIsThrownAwayAndShowsNoMore() {
    String id = planned("Meena");
    Response drafted = draft(Persona.SOCIAL_WORKER, id, sound(""));
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", drafted.header("ETag"))
        .delete("/v1/case-plans/" + drafted.path("id"))
        .then()
        .statusCode(204);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id + "/case-plans")
        .then()
        .body("items", hasSize(0));
    draft(Persona.SOCIAL_WORKER, id, sound("")).then().statusCode(201).body("edition", equalTo(2));
  }

  @Test
  void nobodyElseReadsOrWritesAPlanNotEvenThroughAnotherCasesAddress() {
    String id = planned("Bakhtawara");
    String plan = draft(Persona.SOCIAL_WORKER, id, sound("")).path("id");
    Plans.one(Persona.COLLEAGUE, plan).then().statusCode(403);
    Plans.one(Persona.PSYCHOLOGIST, plan).then().statusCode(404);
    Plans.one(Persona.OTHER_UNIT_SUPERVISOR, plan).then().statusCode(404);
    Plans.change(Persona.COLLEAGUE, plan, "\"v0\"", sound("")).then().statusCode(403);
    Plans.change(Persona.OTHER_UNIT_SOCIAL_WORKER, plan, "\"v0\"", sound(""))
        .then()
        .statusCode(404);
    assertThat(Backstage.audit("VIEW_CASEWORK", id)).containsOnly("refused relation:SAME_UNIT");
  }

  @Test
  void noWordOfAPlanStandsReadableInTheDatabase() {
    String id = planned("Qandi");
    Plans.inForce(
        id, UUID.randomUUID(), action(UUID.randomUUID(), "Wsxqaz the tannery.", CHILD, inDays(3)));
    for (String column : new String[] {"case_plan.content", "approval.content"}) {
      String table = column.substring(0, column.indexOf('.'));
      assertThat(
              Backstage.texts(
                  "select encode(content, 'escape') from " + table + " where case_id = ?::uuid",
                  id))
          .isNotEmpty()
          .noneMatch(text -> text.contains("Wsxqaz"));
    }
  }

  /** Assessed at medium risk, the assessment approved, and ready to be planned. */
  static String planned(String given) {
    String id = assessedCase(given, "medium");
    approved(id, "assessment");
    step(Persona.SOCIAL_WORKER, id, "plan", Instant.now()).then().statusCode(200);
    return id;
  }

  private static String sound(String more) {
    return plan(UUID.randomUUID(), action(UUID.randomUUID(), "Act.", CHILD, inDays(3)), more);
  }

  private static String withActor(String actor) {
    return plan(UUID.randomUUID(), action(UUID.randomUUID(), "Act.", actor, inDays(3)), "");
  }

  private static Response progress(String plan, UUID goal, String level, Instant at) {
    return Plans.post(
        Persona.SOCIAL_WORKER,
        "/v1/case-plans/" + plan + "/goals/" + goal + "/progress",
        "{\"level\":\"%s\",\"happenedAt\":\"%s\",\"note\":\"Two days at school.\"}"
            .formatted(level, at));
  }

  private static String task(String caseId, UUID action) {
    return Backstage.texts(
            "select id from task where case_id = ?::uuid and subject_id = ? and state <> 'superseded'",
            caseId,
            action)
        .getFirst();
  }

  private static List<String> states(String caseId, UUID action) {
    return Backstage.texts(
        "select state from task where case_id = ?::uuid and subject_id = ? order by recorded_at, id",
        caseId,
        action);
  }

  private static String idOf(Persona persona) {
    return persona.staffId().orElseThrow().toString();
  }
}
