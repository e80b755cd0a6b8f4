package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the assessment service says is due becomes a task, and ends with the assessment. */
@HifazatTest(service = "cases")
class DueAssessmentTest {
  private static final String TOPIC = "hifazat.assessments.v1";
  private static final String DUE = "org.hifazat.assessments.assessment-due.v1";
  private static final String COMPLETED = "org.hifazat.assessments.assessment-completed.v1";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aDueAssessmentIsATaskThatOnlyAValidAssessmentOfItsPurposeEnds() {
    String id = Casework.opened("Spogmai");
    UUID due = UUID.randomUUID();
    due(id, due, "broad");
    due(id, UUID.randomUUID(), "broad");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'assess-broad' }", hasSize(1))
        .body("tasks.find { it.kind == 'assess-broad' }.dueAt", equalTo("2026-12-01T05:00:00Z"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id + "/timeline?group=risk")
        .then()
        .body(
            "items.findAll { it.kind == 'assessment-due' }.codes",
            equalTo(List.of(List.of("broad"))));
    String task =
        as(Persona.SOCIAL_WORKER)
            .get("/v1/cases/" + id)
            .path("tasks.find { it.kind == 'assess-broad' }.id");
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", "\"v0\"")
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/v1/tasks/" + task + "/completion")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-needs-its-record"));
    completed(id, "broad", false);
    completed(id, "anxiety", true);
    assertThat(state(due)).containsExactly("open");
    completed(id, "broad", true);
    assertThat(state(due)).containsExactly("done");
  }

  @Test
  void theExamplesOfTheContractCanBeRead() {
    for (String example : EventContracts.load().examples(DUE)) {
      String id = Casework.opened("Torpekai");
      UUID event = UUID.randomUUID();
      Events.send(
          TOPIC, DUE, id, 1, event, example.replaceAll("(\"caseId\"\\s*:\\s*\")[^\"]+", "$1" + id));
      Casework.applied(event);
      assertThat(
              Backstage.count(
                  "select count(*) from task where case_id = ? and kind like 'assess-%'",
                  UUID.fromString(id)))
          .isOne();
    }
  }

  private static List<String> state(UUID due) {
    return Backstage.texts("select state from task where subject_id = ?", due);
  }

  private static void due(String caseId, UUID due, String purpose) {
    UUID event = UUID.randomUUID();
    Events.send(
        TOPIC,
        DUE,
        caseId,
        1,
        event,
        """
        {"dueId":"%s","caseId":"%s","purpose":"%s","step":"assessed",
         "startedAt":"2026-11-17T05:00:00Z","dueAt":"2026-12-01T05:00:00Z"}"""
            .formatted(due, caseId, purpose));
    Casework.applied(event);
  }

  private static void completed(String caseId, String purpose, boolean valid) {
    UUID event = UUID.randomUUID();
    Instant now = Instant.now();
    Events.send(
        TOPIC,
        COMPLETED,
        caseId,
        1,
        event,
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"psc-17","instrumentVersion":"1",
         "purpose":"%s","band":"negative","valid":%s,"redFlags":[],"respondent":"caregiver",
         "conductedAt":"%s","recordedAt":"%s"}"""
            .formatted(UUID.randomUUID(), caseId, purpose, valid, now, now));
    Casework.applied(event);
  }
}
