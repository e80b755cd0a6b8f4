package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines: who has them, who meets them, and who owns a case that is opened without training. */
@HifazatTest(service = "cases")
class TaskTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject MutableClock clock;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @AfterEach
  void everybodyIsTrainedAgain() {
    Backstage.execute("update known_certificate set valid_to = '2099-12-31'");
  }

  @Test
  void aTaskIsCompletedWithTheTimeItHappened() {
    Response task = taskOf(openCase(Persona.SOCIAL_WORKER, "Shamim", NINE_YEARS));
    Instant happened = Instant.parse("2026-11-20T08:00:00Z");
    Response done = complete(Persona.SOCIAL_WORKER, task, task.path("tasks[0].etag"), happened);
    done.then()
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("doneAt", equalTo(happened.toString()))
        .body("etag", equalTo(done.header("ETag")));
    assertThat(Backstage.audit("COMPLETE_TASK", task.path("tasks[0].id")))
        .containsExactly("performed ");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/tasks?state=open&limit=100")
        .then()
        .body("items.id", org.hamcrest.Matchers.not(hasItem((String) task.path("tasks[0].id"))));
  }

  @Test
  void aTaskIsNotCompletedTwice() {
    Response task = taskOf(openCase(Persona.SOCIAL_WORKER, "Shazia", NINE_YEARS));
    String first = task.path("tasks[0].etag");
    Response done = complete(Persona.SOCIAL_WORKER, task, first, Instant.now().minusSeconds(1));
    done.then().statusCode(200);
    Map<String, Long> before = Backstage.rows();
    complete(Persona.SOCIAL_WORKER, task, first, Instant.now().minusSeconds(1))
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    complete(Persona.SOCIAL_WORKER, task, done.header("ETag"), Instant.now().minusSeconds(1))
        .then()
        .statusCode(409)
        .body("code", equalTo("task-not-open"));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void aCompletionThatCannotBeIsRefused() {
    Response task = taskOf(openCase(Persona.SOCIAL_WORKER, "Rukhsana", NINE_YEARS));
    String etag = task.path("tasks[0].etag");
    Map<String, Long> before = Backstage.rows();
    complete(Persona.SOCIAL_WORKER, task, etag, Instant.now().plus(Duration.ofDays(1)))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    complete(Persona.COLLEAGUE, task, etag, Instant.now().minusSeconds(1)).then().statusCode(403);
    complete(Persona.OTHER_UNIT_SUPERVISOR, task, etag, Instant.now().minusSeconds(1))
        .then()
        .statusCode(404);
    as(Persona.SOCIAL_WORKER)
        .body("{\"happenedAt\":\"2026-11-20T08:00:00Z\"}")
        .post("/v1/tasks/" + task.path("tasks[0].id") + "/completion")
        .then()
        .statusCode(428);
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"2026-11-20T08:00:00Z\"}")
        .post("/v1/tasks/" + UUID.randomUUID() + "/completion")
        .then()
        .statusCode(404);
    assertThat(Backstage.rows()).isEqualTo(before);
    complete(Persona.SUPERVISOR, task, etag, Instant.now().minusSeconds(1)).then().statusCode(200);
  }

  @Test
  void ownTasksAreOnlyOnesOwn() {
    openCase(Persona.PROTECTION_OFFICER, "Naghma", NINE_YEARS);
    as(Persona.PROTECTION_OFFICER)
        .get("/v1/tasks?state=open")
        .then()
        .statusCode(200)
        .body(
            "items.ownerId",
            everyItem(equalTo(Persona.PROTECTION_OFFICER.staffId().orElseThrow().toString())));
  }

  @Test
  void aWorkerWithoutCertificateOpensTheCaseAndTheirSupervisorOwnsIt() {
    String id = openCase(Persona.COLLEAGUE, "Saba", NINE_YEARS);
    String supervisor = Persona.SUPERVISOR.staffId().orElseThrow().toString();
    as(Persona.COLLEAGUE).get("/v1/cases/" + id).then().statusCode(403);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("ownerId", equalTo(supervisor))
        .body("tasks.kind", hasItems("initial-assessment", "ownership-needed"))
        .body("tasks.ownerId", everyItem(equalTo(supervisor)));
  }

  @Test
  void aLapsedCertificateDoesNotOwnEither() {
    UUID worker = Persona.SOCIAL_WORKER.staffId().orElseThrow();
    Backstage.execute(
        "update known_certificate set valid_to = '2020-01-01' where staff_id = ?", worker);
    String id = openCase(Persona.SOCIAL_WORKER, "Samina", NINE_YEARS);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id)
        .then()
        .body("ownerId", equalTo(Persona.SUPERVISOR.staffId().orElseThrow().toString()));
  }

  @Test
  void whenNobodyIsTrainedTheCaseIsSavedAndTheSupervisorsAreAskedForAnOwner() {
    Backstage.execute("update known_certificate set valid_to = '2020-01-01'");
    String id = openCase(Persona.SOCIAL_WORKER, "Tahira", NINE_YEARS);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("ownerId", nullValue())
        .body("tasks.kind", hasItem("ownership-needed"));
    Casework.noticesTaken();
    String mine = "items.findAll { it.caseId == '" + id + "' }.kind";
    as(Persona.SUPERVISOR)
        .get("/v1/tasks?limit=100")
        .then()
        .body(mine, hasItem("ownership-needed"));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/tasks?limit=100")
        .then()
        .body(mine, org.hamcrest.Matchers.empty());
  }

  private static Response taskOf(String caseId) {
    return as(Persona.SUPERVISOR).get("/v1/cases/" + caseId);
  }

  private static Response complete(Persona persona, Response task, String etag, Instant happened) {
    return as(persona)
        .header("If-Match", etag)
        .body("{\"happenedAt\":\"%s\",\"note\":\"The invented aunt was met.\"}".formatted(happened))
        .post("/v1/tasks/" + task.path("tasks[0].id") + "/completion");
  }
}
