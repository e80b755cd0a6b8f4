package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.task.EscalateTasks;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of an open task, when; and who takes it over. */
@HifazatTest(service = "cases")
class EscalationTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final String OF = "tasks.find { it.id == '%s' }.";
  private static final String ESCALATED = "org.hifazat.cases.task-escalated.v1";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject EscalateTasks escalation;
  @Inject RelayControl relay;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void theOwnerIsRemindedAtHalfTheSupervisorToldAtTheDeadlineTheCommissionAtTwiceTheTime()
      throws Exception {
    String id = openCase(Persona.SOCIAL_WORKER, "Slow", NINE_YEARS);
    Instant start = Instant.parse(task(id).path("tasks[0].startedAt"));
    clock.stopAt(start.plus(Duration.ofHours(12)).minusSeconds(1));
    escalation.tellAll();
    assertThat(marks(id)).containsExactly("f f f");
    clock.advance(Duration.ofSeconds(1));
    escalation.tellAll();
    assertThat(marks(id)).containsExactly("t f f");
    String task = task(id).path("tasks[0].id");
    own(Persona.SOCIAL_WORKER, id)
        .body(
            OF.formatted(task) + "remindedAt", equalTo(start.plus(Duration.ofHours(12)).toString()))
        .body(OF.formatted(task) + "escalatedAt", nullValue());
    assertThat(as(Persona.SOCIAL_WORKER).get("/v1/my-day").<Integer>path("tasks.reminded"))
        .isPositive();
    Response before = as(Persona.SUPERVISOR).get("/v1/my-day");
    clock.stopAt(start.plus(Duration.ofHours(24)));
    escalation.tellAll();
    assertThat(marks(id)).containsExactly("t t f");
    Response at = as(Persona.SUPERVISOR).get("/v1/my-day");
    assertThat(at.<Integer>path("unit.overdue"))
        .isGreaterThan(before.<Integer>path("unit.overdue"));
    clock.stopAt(start.plus(Duration.ofHours(48)));
    escalation.tellAll();
    escalation.tellAll();
    assertThat(marks(id)).containsExactly("t t t");
    Response twice = as(Persona.SUPERVISOR).get("/v1/my-day");
    assertThat(twice.<Integer>path("unit.toldToCommission"))
        .isGreaterThan(at.<Integer>path("unit.toldToCommission"));
    own(Persona.SOCIAL_WORKER, id).body(OF.formatted(task) + "commissionToldAt", notNullValue());
    as(Persona.SOCIAL_WORKER).get("/v1/my-day").then().body("unit", nullValue());
    Awaitility.await("published").until(() -> levels(id).size() == 3);
    assertThat(levels(id)).containsExactly("reminder", "supervisor", "commission");
  }

  @Test
  void whoeverFindsItLateIsNotRemindedAfterTheDeadline() {
    String id = openCase(Persona.SOCIAL_WORKER, "Late", NINE_YEARS);
    clock.advance(Duration.ofHours(25));
    escalation.tellAll();
    relay.flush();
    Awaitility.await("published").until(() -> !levels(id).isEmpty());
    assertThat(levels(id)).containsExactly("supervisor");
  }

  @Test
  void aTaskThatIsDoneIsNotToldOf() {
    String id = openCase(Persona.SOCIAL_WORKER, "Done", NINE_YEARS);
    Response task = task(id);
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", (String) task.path("tasks[0].etag"))
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now().minusSeconds(1)))
        .post("/v1/tasks/" + task.path("tasks[0].id") + "/completion")
        .then()
        .statusCode(200);
    clock.advance(Duration.ofHours(60));
    escalation.tellAll();
    assertThat(marks(id)).containsExactly("f f f");
  }

  @Test
  void twoInstancesTellEachTaskOnce() throws Exception {
    List<String> ids =
        List.of(
            openCase(Persona.SOCIAL_WORKER, "One", NINE_YEARS),
            openCase(Persona.SOCIAL_WORKER, "Two", NINE_YEARS));
    clock.advance(Duration.ofHours(25));
    Callable<Integer> look = escalation::tellAll;
    try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> told : instances.invokeAll(List.of(look, look, look, look))) {
        told.get();
      }
    }
    escalation.tellAll();
    for (String id : ids) {
      assertThat(
              Backstage.count(
                  "select count(*) from timeline_entry where kind = 'task-escalated' and case_id = ?::uuid",
                  id))
          .isEqualTo(1);
    }
  }

  @Test
  void aReminderDoesNotMakeTheOwnersVersionStale() {
    String id = openCase(Persona.SOCIAL_WORKER, "Meanwhile", NINE_YEARS);
    Response task = task(id);
    clock.advance(Duration.ofHours(13));
    escalation.tellAll();
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", (String) task.path("tasks[0].etag"))
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now().minusSeconds(1)))
        .post("/v1/tasks/" + task.path("tasks[0].id") + "/completion")
        .then()
        .statusCode(200);
  }

  @Test
  void theSupervisorSeesTheUnitsOverdueTasksAndWhoHasThem() {
    String id = openCase(Persona.SOCIAL_WORKER, "Overdue", NINE_YEARS);
    String task = task(id).path("tasks[0].id");
    as(Persona.SUPERVISOR)
        .get("/v1/tasks/overdue?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(task)));
    clock.advance(Duration.ofHours(25));
    String worker = Persona.SOCIAL_WORKER.staffId().orElseThrow().toString();
    as(Persona.SUPERVISOR)
        .get("/v1/tasks/overdue?limit=100&ownerId=" + worker)
        .then()
        .statusCode(200)
        .body("items.ownerId", everyItem(equalTo(worker)))
        .body("items.overdue", everyItem(equalTo(true)));
    as(Persona.SUPERVISOR)
        .get("/v1/tasks/by-worker")
        .then()
        .statusCode(200)
        .body("items.ownerId", hasItem(worker));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/tasks/overdue?limit=100")
        .then()
        .body("items.id", not(hasItem(task)));
    as(Persona.SOCIAL_WORKER).get("/v1/tasks/overdue").then().statusCode(403);
  }

  @Test
  void theSupervisorGivesATaskToAColleagueWithAReason() {
    String id = openCase(Persona.SOCIAL_WORKER, "Given", NINE_YEARS);
    Response task = task(id);
    String taskId = task.path("tasks[0].id");
    UUID officer = Persona.PROTECTION_OFFICER.staffId().orElseThrow();
    Response given =
        reassign(Persona.SUPERVISOR, taskId, task.path("tasks[0].etag"), officer.toString());
    given.then().statusCode(200).body("ownerId", equalTo(officer.toString()));
    assertThat(Backstage.audit("REASSIGN_TASK", taskId)).containsExactly("performed " + officer);
    assertThat(
            Backstage.texts(
                "select encode(reason, 'escape') from task_reassignment where task_id = ?::uuid",
                taskId))
        .hasSize(1)
        .noneMatch(text -> text.contains("on leave"));
    as(Persona.PROTECTION_OFFICER)
        .header("If-Match", given.header("ETag"))
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now().minusSeconds(1)))
        .post("/v1/tasks/" + taskId + "/completion")
        .then()
        .statusCode(200);
  }

  @Test
  void aTaskIsNotGivenByAWorkerOrToSomebodyWhoDoesNotTakeCasesHere() {
    String id = openCase(Persona.SOCIAL_WORKER, "Kept", NINE_YEARS);
    Response task = task(id);
    String taskId = task.path("tasks[0].id");
    String etag = task.path("tasks[0].etag");
    String officer = Persona.PROTECTION_OFFICER.staffId().orElseThrow().toString();
    String elsewhere = Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow().toString();
    String owner = Persona.SOCIAL_WORKER.staffId().orElseThrow().toString();
    reassign(Persona.SOCIAL_WORKER, taskId, etag, officer).then().statusCode(403);
    reassign(Persona.OTHER_UNIT_SUPERVISOR, taskId, etag, officer).then().statusCode(404);
    reassign(Persona.SUPERVISOR, taskId, etag, elsewhere)
        .then()
        .statusCode(422)
        .body("code", equalTo("colleague-unknown"));
    reassign(Persona.SUPERVISOR, taskId, etag, owner)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-theirs"));
    reassign(Persona.SUPERVISOR, taskId, "\"v9\"", officer).then().statusCode(412);
    assertThat(
            Backstage.count(
                "select count(*) from task_reassignment where task_id = ?::uuid", taskId))
        .isZero();
  }

  @Test
  void myDayCountsWhatIsDueAndShowsWhatIsNewAndTheCaseload() {
    String id = openCase(Persona.PROTECTION_OFFICER, "Morning", NINE_YEARS);
    Assignments.shippedLimits();
    Response morning = as(Persona.PROTECTION_OFFICER).get("/v1/my-day");
    morning
        .then()
        .statusCode(200)
        .body("newCases.id", hasItem(id))
        .body("caseload.warnAt", equalTo(20))
        .body("caseload.reasonAt", equalTo(25))
        .body("caseload.approvalAt", equalTo(30));
    int overdue = morning.path("tasks.overdue");
    clock.advance(Duration.ofHours(25));
    assertThat(as(Persona.PROTECTION_OFFICER).get("/v1/my-day").<Integer>path("tasks.overdue"))
        .isGreaterThan(overdue);
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .get("/v1/my-day")
        .then()
        .statusCode(200)
        .body("newCases.id", not(hasItems(id)));
    newCases(Persona.PROTECTION_OFFICER, "limit=100").then().body("items.id", hasItem(id));
    newCases(Persona.OTHER_UNIT_SOCIAL_WORKER, "limit=100")
        .then()
        .body("items.id", not(hasItem(id)));
    newCases(Persona.PROTECTION_OFFICER, "days=0").then().statusCode(400);
    as(Persona.COMMISSION_MONITOR).get("/v1/my-day").then().statusCode(403);
  }

  private static Response newCases(Persona persona, String parameters) {
    return as(persona).get("/v1/my-day/new-cases?" + parameters);
  }

  private static ValidatableResponse own(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId).then().statusCode(200);
  }

  private static Response task(String caseId) {
    return as(Persona.SUPERVISOR).get("/v1/cases/" + caseId);
  }

  private static Response reassign(Persona persona, String taskId, String etag, String owner) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            "{\"ownerId\":\"%s\",\"reason\":\"The invented colleague is on leave.\"}"
                .formatted(owner))
        .post("/v1/tasks/" + taskId + "/reassignment");
  }

  private static List<String> marks(String caseId) {
    return Backstage.texts(
        """
        select case when reminded_at is null then 'f' else 't' end || ' ' ||
               case when escalated_at is null then 'f' else 't' end || ' ' ||
               case when commission_told_at is null then 'f' else 't' end
          from task where case_id = ?::uuid and kind = 'initial-assessment'""",
        caseId);
  }

  /** Levels of the published escalations of a case, each held to the contract. */
  private static List<String> levels(String caseId) {
    return Topic.read(Topic.CASES, caseId).stream()
        .filter(record -> Topic.type(record).equals(ESCALATED))
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .peek(json -> EventContracts.load().assertPublishable(ESCALATED, json))
        .map(json -> json.replaceAll("(?s).*\"level\":\"([a-z]+)\".*", "$1"))
        .toList();
  }
}
