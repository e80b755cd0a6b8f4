package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.assessment.Backstage.openCaseOf;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.conduct;

import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** How a case's risk came about, and when it has to be looked at again. */
@HifazatTest(service = "assessments")
class RiskHistoryTest {

  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Test
  void everyLevelStandsBesideTheAnswersItCameFromAndWhoGaveThem() {
    UUID caseId = openCaseOf("6-11");
    as(WORKER)
        .get(history(caseId))
        .then()
        .statusCode(200)
        .body("level", nullValue())
        .body("levels", empty())
        .body("assessments", empty());
    String calm = conduct(WORKER, caseId, Filled.matrix(1, 1)).path("id");
    String grave = conduct(WORKER, caseId, Filled.matrix(1, 1).redFlags("sexual-abuse")).path("id");
    Topic.riskSet(caseId, 2, "low", "", calm, "2026-01-15T07:30:00Z");
    Topic.riskSet(caseId, 3, "high", "low", grave, "2026-01-15T07:30:01Z");
    Topic.riskSet(caseId, 4, "low", "high", calm, "2026-01-15T07:30:02Z");
    Awaitility.await("the levels")
        .until(() -> as(WORKER).get(history(caseId)).<List<Object>>path("levels").size() == 3);
    as(Persona.SUPERVISOR)
        .get(history(caseId))
        .then()
        .statusCode(200)
        .body("level", equalTo("low"))
        .body("since", equalTo("2026-01-15T07:30:02Z"))
        .body("levels.change", contains("lowered", "raised", "first"))
        .body("levels.assessmentId", contains(calm, grave, calm))
        .body("assessments.assessmentId", contains(grave, calm))
        .body("assessments.level", contains("high", "low"))
        .body("assessments[0].redFlags", contains("sexual-abuse"))
        .body("assessments[0].conductedBy", equalTo(Backstage.staff(WORKER).toString()))
        .body("assessments[1].score", equalTo(1))
        .body("assessments[1].arithmetic.question", hasItem("likelihood"))
        .body("assessments[1].amendedBy", nullValue());
    assertThat(Backstage.audit("VIEW_RISK_HISTORY", caseId))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("read"));
  }

  @Test
  void afterEveryContactTheRiskIsDueAgainUnlessItWasLookedAtThatDay() {
    UUID caseId = openCaseOf("6-11");
    Topic.followedUp(caseId, 2, "2026-01-11T06:00:00Z");
    Topic.riskSet(caseId, 3, "high", "2026-01-12T06:00:00Z");
    level(caseId, "high");
    dueIsEmpty(caseId);
    Topic.followedUp(caseId, 4, "2026-01-14T06:00:00Z");
    due(caseId, "2026-01-15T06:00:00Z");
    conduct(WORKER, caseId, Filled.matrix(1, 1)).then().statusCode(201);
    dueIsEmpty(caseId);
    Topic.followedUp(caseId, 5, "2026-01-15T09:00:00Z");
    Topic.riskSet(caseId, 6, "medium", "2026-01-15T10:00:00Z");
    level(caseId, "medium");
    dueIsEmpty(caseId);
    Topic.followedUp(caseId, 7, "2026-01-20T05:00:00Z");
    due(caseId, "2026-01-23T05:00:00Z");
  }

  private static String history(UUID caseId) {
    return "/v1/cases/" + caseId + "/risk-history";
  }

  private static void level(UUID caseId, String level) {
    Awaitility.await(level)
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_case where case_id = ? and risk_level = ?",
                        caseId,
                        level)
                    == 1);
  }

  private static void dueIsEmpty(UUID caseId) {
    as(WORKER)
        .get("/v1/cases/" + caseId + "/due-assessments")
        .then()
        .body("items.findAll { it.purpose == 'risk' }", empty());
  }

  private static void due(UUID caseId, String at) {
    Awaitility.await("the risk is due")
        .until(
            () ->
                List.of(at)
                    .equals(
                        as(WORKER)
                            .get("/v1/cases/" + caseId + "/due-assessments")
                            .<List<String>>path(
                                "items.findAll { it.purpose == 'risk' && it.afterContact }.dueAt")));
  }
}
