package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.assessment.Backstage.openCaseOf;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.conduct;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Policies, which are data, say what is due where a case stands. */
@HifazatTest(service = "assessments")
class DueTest {

  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String DUE = "org.hifazat.assessments.assessment-due.v1";

  /** Of the one instrument every platform has in use. */
  @BeforeAll
  static void policies() {
    policy("under-review", "", 0, 48);
    policy("in-implementation", "high", 0, 24);
    policy("planned", "", 216, 24);
  }

  private static void policy(String step, String risk, int from, int hours) {
    Backstage.execute(
        "insert into due_policy (id, purpose, step, risk_level, from_months, within_hours, valid_from, source)"
            + " values (gen_random_uuid(), 'risk', ?, nullif(?, ''), ?, ?, '2010-01-01', 'test')",
        step,
        risk,
        from,
        hours);
  }

  @Test
  void whatAPolicyAsksForIsDueUntilItIsAssessedAndIsToldOnce() {
    UUID caseId = openCaseOf("6-11");
    Topic.moved(caseId, 2, "in-implementation", "under-review", "2026-01-12T05:00:00Z");
    assertThat(due(caseId, 1)).hasSize(1);
    as(WORKER)
        .get("/v1/cases/" + caseId + "/due-assessments")
        .then()
        .body("items.find { it.purpose == 'risk' }.step", equalTo("under-review"))
        .body("items.find { it.purpose == 'risk' }.dueAt", equalTo("2026-01-14T05:00:00Z"));
    Topic.riskSet(caseId, 3, "high", "2026-01-13T05:00:00Z");
    Topic.moved(caseId, 4, "under-review", "in-implementation", "2026-01-14T05:00:00Z");
    Awaitility.await("the step")
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_case where case_id = ? and step = 'in-implementation'",
                        caseId)
                    == 1);
    assertThat(due(caseId, 1)).as("what is due is not asked for twice").hasSize(1);
    conduct(WORKER, caseId, Filled.matrix(1, 1)).then().statusCode(201);
    as(WORKER)
        .get("/v1/cases/" + caseId + "/due-assessments")
        .then()
        .body("items.findAll { it.purpose == 'risk' }", empty());
    Map<String, Object> told = due(caseId, 1).getFirst();
    assertThat(told)
        .containsEntry("purpose", "risk")
        .containsEntry("startedAt", "2026-01-12T05:00:00Z")
        .doesNotContainKey("riskLevel");
  }

  @Test
  void theChildAsAWholeIsDueWithinAWeekOfRegistration() {
    UUID caseId = UUID.randomUUID();
    UUID owner = WORKER.staffId().orElseThrow();
    Topic.send(
        UUID.randomUUID(),
        caseId,
        1,
        Topic.opened(caseId, owner, UUID.fromString(Persona.PESHAWAR)));
    Awaitility.await("what is due")
        .until(
            () ->
                Backstage.count(
                        """
                        select count(*) from assessment_due
                         where case_id = ? and purpose = 'comprehensive' and state = 'open'
                           and due_at = started_at + interval '168 hours'""",
                        caseId)
                    == 1);
  }

  @Test
  void theRiskAloneMakesSomethingDueAndTheEndOfTheCaseDropsIt() {
    UUID caseId = openCaseOf("6-11");
    Topic.moved(caseId, 2, "planned", "in-implementation", "2026-01-12T05:00:00Z");
    Topic.riskSet(caseId, 3, "high", "2026-01-12T06:00:00Z");
    assertThat(due(caseId, 1).getFirst())
        .containsEntry("riskLevel", "high")
        .containsEntry("dueAt", "2026-01-13T06:00:00Z");
    Topic.turn(caseId, 4, "case-closed", "goals-met", "closedAt");
    Awaitility.await("the closing")
        .until(
            () ->
                as(WORKER)
                    .get("/v1/cases/" + caseId + "/due-assessments")
                    .<List<Object>>path("items")
                    .isEmpty());
  }

  @Test
  void nothingIsDueForAChildOfAnotherAgeOrByWhatIsOlder() {
    UUID caseId = openCaseOf("6-11");
    Topic.moved(caseId, 2, "assessed", "planned", "2026-01-12T05:00:00Z");
    Topic.moved(caseId, 3, "in-implementation", "under-review", "2026-01-11T05:00:00Z");
    Topic.riskSet(caseId, 4, "low", "2026-01-12T06:00:00Z");
    Awaitility.await("all of it")
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_case where case_id = ? and risk_level = 'low'",
                        caseId)
                    == 1);
    as(WORKER)
        .get("/v1/cases/" + caseId + "/due-assessments")
        .then()
        .body("items.findAll { it.purpose == 'risk' }", empty());
  }

  private static List<Map<String, Object>> due(UUID caseId, int atLeast) {
    return Awaitility.await("what is due")
        .until(
            () ->
                Topic.read("hifazat.assessments.v1", caseId).stream()
                    .filter(record -> DUE.equals(Topic.header(record, "ce_type")))
                    .map(DueTest::payload)
                    .filter(payload -> "risk".equals(payload.get("purpose")))
                    .toList(),
            events -> events.size() >= atLeast);
  }

  private static Map<String, Object> payload(ConsumerRecord<String, byte[]> record) {
    Topic.CONTRACTS.assertPublishable(DUE, record.value());
    return JsonPath.from(new String(record.value(), StandardCharsets.UTF_8)).getMap("");
  }
}
