package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that interrupts makes people act, and a case does not go on without a safety plan. */
@HifazatTest(service = "cases")
class AlarmTest {
  private static final String TYPE = "org.hifazat.assessments.assessment-alarm-raised.v1";
  private static final String BLOCKED = "safety-plan-after-alarm";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void theWorkerHasATaskAtOnceSupervisorAndPsychologistAreToldAndTheCaseWaitsForASafetyPlan() {
    String id = Casework.assessedCase("Shaista", "medium");
    Instant said = Instant.now().truncatedTo(ChronoUnit.MICROS);
    UUID alarm = raise(id, "suicide", said);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'alarm-response' }", hasSize(1))
        .body(
            "tasks.find { it.kind == 'alarm-response' }.dueAt",
            equalTo(said.plus(Duration.ofHours(1)).toString()));
    for (Persona told : new Persona[] {Persona.SUPERVISOR, Persona.PSYCHOLOGIST}) {
      assertThat(
              Backstage.count(
                  "select count(*) from task where case_id = ? and kind = 'alarm-notice' and owner_id = ?",
                  UUID.fromString(id),
                  told.staffId().orElseThrow()))
          .as(told.name())
          .isOne();
    }
    Casework.nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("warnings.code", hasItem("alarm-suicide"))
        .body("nextSteps.find { it.step == 'plan' }.blockers.code", hasItem(BLOCKED));
    Casework.step(Persona.SOCIAL_WORKER, id, "plan", Instant.now())
        .then()
        .statusCode(409)
        .body("errors.code", hasItem(BLOCKED));
    String task =
        as(Persona.SOCIAL_WORKER)
            .get("/v1/cases/" + id)
            .path("tasks.find { it.kind == 'alarm-response' }.id");
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/v1/tasks/" + task + "/completion")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-needs-its-record"));
    Plans.safe(Persona.SOCIAL_WORKER, id, Plans.safetyPlan(Instant.now(), ""))
        .then()
        .statusCode(201);
    Casework.nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("warnings.code", not(hasItem("alarm-suicide")))
        .body("nextSteps.find { it.step == 'plan' }.blockers.code", not(hasItem(BLOCKED)));
    assertThat(
            Backstage.texts(
                "select state from task where subject_id = ? and kind = 'alarm-response'", alarm))
        .containsExactly("done");
  }

  @Test
  void aPlanFromBeforeTheAlarmDoesNotAnswerItAndTheSameAlarmTwiceIsOne() {
    String id = Casework.opened("Gulpari");
    Plans.safe(Persona.SOCIAL_WORKER, id, Plans.safetyPlan(Instant.now(), ""))
        .then()
        .statusCode(201);
    Instant said = Instant.now();
    UUID alarm = UUID.randomUUID();
    UUID event = UUID.randomUUID();
    send(event, alarm, id, "ongoing-abuse", said);
    send(event, alarm, id, "ongoing-abuse", said);
    UUID later = raise(id, "of-a-later-version", said);
    assertThat(later).isNotEqualTo(alarm);
    Casework.nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("warnings.code", hasItem("alarm-ongoing-abuse"))
        .body("warnings.code", hasItem("alarm-other"));
    assertThat(
            Backstage.count(
                "select count(*) from task where subject_id = ? and kind = 'alarm-response'",
                alarm))
        .isOne();
    as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/timeline?limit=100").then().statusCode(200);
  }

  @Test
  void theExamplesOfTheContractCanBeRead() {
    for (String example : EventContracts.load().examples(TYPE)) {
      String id = Casework.opened("Zarghuna");
      UUID alarm = UUID.randomUUID();
      UUID event = UUID.randomUUID();
      Events.send(
          "hifazat.assessments.v1",
          TYPE,
          id,
          1,
          event,
          example
              .replaceAll("(\"caseId\"\\s*:\\s*\")[^\"]+", "$1" + id)
              .replaceAll("(\"alarmId\"\\s*:\\s*\")[^\"]+", "$1" + alarm));
      Casework.applied(event);
      assertThat(Backstage.count("select count(*) from case_alarm where id = ?", alarm)).isOne();
    }
  }

  @Test
  void anAlarmOfACaseThatDoesNotExistGoesToTheDeadLetters() {
    String nowhere = UUID.randomUUID().toString();
    send(UUID.randomUUID(), UUID.randomUUID(), nowhere, "suicide", Instant.now());
    Awaitility.await("the dead letter")
        .until(() -> Topic.read(Topic.DEAD_LETTERS, nowhere).size() == 1);
  }

  private static UUID raise(String caseId, String kind, Instant said) {
    UUID alarm = UUID.randomUUID();
    UUID event = UUID.randomUUID();
    send(event, alarm, caseId, kind, said);
    Casework.applied(event);
    return alarm;
  }

  private static void send(UUID event, UUID alarm, String caseId, String kind, Instant said) {
    Events.send(
        "hifazat.assessments.v1",
        TYPE,
        caseId,
        1,
        event,
        """
        {"alarmId":"%s","caseId":"%s","instrumentId":"phq-a","kind":"%s","imminent":false,
         "raisedAt":"%s","recordedAt":"%s"}"""
            .formatted(alarm, caseId, kind, said, said));
  }
}
