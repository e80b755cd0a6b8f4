package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.assessment.Backstage.openCase;
import static org.hifazat.assessment.Requests.amend;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.conduct;

import java.util.UUID;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** What was written down wrongly is put right beside it. */
@HifazatTest(service = "assessments")
class AmendmentTest {

  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String WHY = "Zarlasht's aunt said the door has a lock";

  @Test
  void anAddendumStandsBesideWhatItAmendsWithItsReason() {
    UUID caseId = openCase();
    as(WORKER).get(Requests.assessments(caseId)).then().statusCode(200).body("items", empty());
    String first = conduct(WORKER, caseId, Filled.matrix(1, 1)).path("id");
    String before = as(WORKER).get("/v1/assessments/" + first + "/answers").asString();
    String second =
        amend(WORKER, first, Filled.matrix(3, 3).xml(), WHY)
            .then()
            .statusCode(201)
            .body("addendumOf", equalTo(first))
            .body("addendumReason", equalTo(WHY))
            .body("riskLevel", equalTo("high"))
            .body("conductedAt", equalTo("2026-01-15T07:30:00Z"))
            .body("occasionId", equalTo(first))
            .extract()
            .path("id");
    as(WORKER)
        .get("/v1/assessments/" + first)
        .then()
        .header("ETag", "\"v2\"")
        .body("score", equalTo(1))
        .body("riskLevel", equalTo("low"))
        .body("amendedBy", equalTo(second))
        .body("addendumReason", nullValue());
    assertThat(as(WORKER).get("/v1/assessments/" + first + "/answers").asString())
        .isEqualTo(before);
    amend(WORKER, first, Filled.matrix(2, 2).xml(), "Once more")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-amended"));
    amend(WORKER, second, Filled.matrix(2, 2).xml(), "Once more").then().statusCode(201);
    assertThat(Backstage.texts("select t::text from assessment t"))
        .noneMatch(row -> row.contains("Zarlasht"));
  }

  @Test
  void anAddendumIsHeldToTheFormItsDayAndTheOpenCase() {
    UUID caseId = openCase();
    String id = conduct(WORKER, caseId, Filled.matrix(1, 1)).path("id");
    amend(WORKER, id, Filled.matrix(1, 1).without("/data/child_seen").xml(), WHY)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/answersXml/data/child_seen"));
    amend(WORKER, id, Filled.matrix(1, 1).with("/data/conducted_on", "2026-01-10").xml(), WHY)
        .then()
        .statusCode(422)
        .body("code", equalTo("conducted-date-differs"));
    amend(WORKER, id, Filled.matrix(1, 2).xml(), "").then().statusCode(400);
    Backstage.execute("update known_case set state = 'closed' where case_id = ?", caseId);
    amend(WORKER, id, Filled.matrix(1, 2).xml(), WHY)
        .then()
        .statusCode(409)
        .body("code", equalTo("case-closed"));
  }
}
