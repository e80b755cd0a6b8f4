package org.hifazat.assessment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.assessment.Requests.as;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** The same instrument beside itself: what changed, and what nobody can say. */
@HifazatTest(service = "assessments")
class ChangeTest {

  private static final Persona PSYCHOLOGIST = Persona.PSYCHOLOGIST;

  @Test
  void whatChangedIsJudgedWhereAThresholdIsPublishedAndOtherwiseShownWithoutAVerdict() {
    UUID caseId = Backstage.openCaseOf("12-14");
    Backstage.hand(caseId, Backstage.staff(PSYCHOLOGIST), UUID.fromString(Persona.PESHAWAR));
    fill(caseId, "phq-a", Filled.phq("2", "0"), 0).then().statusCode(201);
    fill(caseId, "phq-a", Filled.phq("1", "0"), 1).then().statusCode(201);
    String slip =
        fill(caseId, "phq-a", Filled.phq("3", "0"), 2).then().statusCode(201).extract().path("id");
    Filled nine = Filled.phq("1", "0").with("/data/items/q1", "2");
    Requests.amend(PSYCHOLOGIST, slip, nine.of("phq-a"), "Read from the wrong column")
        .then()
        .statusCode(201);
    fill(caseId, "phq-a", Filled.phq("1", "0").without("/data/items/q2"), 3)
        .then()
        .statusCode(201)
        .body("valid", equalTo(false));
    fill(caseId, "kp-strengths", strengths("1"), 0).then().statusCode(201);
    fill(caseId, "kp-strengths", strengths("3"), 1).then().statusCode(201);
    fill(caseId, Filled.ID, Filled.matrix(1, 1), 0).then().statusCode(201);
    String depression = "risks.find { it.instrumentId == 'phq-a' }.";
    String risk = "risks.find { it.instrumentId == 'kp-risk-matrix' }.";
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + caseId + "/assessment-changes")
        .then()
        .statusCode(200)
        .body("risks", hasSize(2))
        .body(depression + "better", equalTo("lower"))
        .body(depression + "measures[0].points.value", contains(16, 8, 9))
        .body(depression + "measures[0].points.band", contains("moderately-severe", "mild", "mild"))
        .body(depression + "measures[0].threshold.points", equalTo(6))
        .body(depression + "measures[0].threshold.source", notNullValue())
        .body(depression + "measures[0].unjudged", nullValue())
        .body(depression + "measures[0].sinceFirst.difference", equalTo(-7))
        .body(depression + "measures[0].sinceFirst.verdict", equalTo("better"))
        .body(depression + "measures[0].sinceLast.difference", equalTo(1))
        .body(depression + "measures[0].sinceLast.verdict", equalTo("no-reliable-change"))
        .body(risk + "measures[0].points", hasSize(1))
        .body(risk + "measures[0].sinceFirst", nullValue())
        .body("strengths.instrumentId", contains("kp-strengths"))
        .body("strengths[0].better", equalTo("higher"))
        .body(
            "strengths[0].measures.code",
            contains("score", "belonging", "mastery", "independence", "generosity"))
        .body("strengths[0].measures[0].points.value", contains(12, 36))
        .body("strengths[0].measures[1].points.value", contains(3, 9))
        .body("strengths[0].measures[0].threshold", nullValue())
        .body("strengths[0].measures[0].unjudged", equalTo("own-instrument"))
        .body("strengths[0].measures[0].sinceFirst.difference", equalTo(24))
        .body("strengths[0].measures[0].sinceFirst.verdict", equalTo("not-judged"));
  }

  @Test
  void aCaseThatWasNeverAssessedHasNothingToCompare() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + Backstage.openCase() + "/assessment-changes")
        .then()
        .statusCode(200)
        .body("risks", empty())
        .body("strengths", empty());
  }

  private static Filled strengths(String each) {
    Filled filled = Filled.of(Map.of()).with("/data/conducted_on", "2026-01-15");
    for (String part : new String[] {"belonging", "mastery", "independence", "generosity"}) {
      for (int item = 1; item <= 3; item++) {
        filled = filled.with("/data/" + part + "/" + part + "_" + item, each);
      }
    }
    return filled;
  }

  private static Response fill(UUID caseId, String instrument, Filled filled, int hour) {
    Map<String, Object> fields = new LinkedHashMap<>(Requests.fields(filled));
    fields.put("instrumentId", instrument);
    fields.put("submission", filled.of(instrument));
    fields.put("conductedAt", Requests.CONDUCTED.plusSeconds(hour * 3600L).toString());
    return Requests.conduct(PSYCHOLOGIST, caseId, UUID.randomUUID(), Requests.body(fields));
  }
}
