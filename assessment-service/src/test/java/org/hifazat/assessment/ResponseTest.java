package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.conduct;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** After an assessment something is offered with its reason; the worker chooses. */
@HifazatTest(service = "assessments")
class ResponseTest {

  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String OFFERED = "org.hifazat.assessments.responses-offered.v1";
  private static final String TAKEN = "org.hifazat.assessments.response-taken.v1";

  @Test
  void whatIsOfferedSaysWhyAndWhatIsTakenIsToldOnce() {
    UUID caseId = Backstage.openCase();
    String id = conduct(WORKER, caseId, Filled.matrix(1, 1).redFlags("sexual-abuse")).path("id");
    as(Persona.SUPERVISOR)
        .get("/v1/assessments/" + id + "/responses")
        .then()
        .statusCode(200)
        .body(
            "items.code",
            hasItems("medical-referral", "psychological-first-aid", "legal-aid", "safety-plan"))
        .body("items.find { it.code == 'medical-referral' }.reasons.size()", equalTo(2))
        .body("items.find { it.code == 'medical-referral' }.title.ps", notNullValue())
        .body("items.find { it.code == 'medical-referral' }.taken", nullValue());
    UUID key = UUID.randomUUID();
    Response taken = take(id, "legal-aid", key, "{\"language\":\"ur\",\"dueOn\":\"2030-01-02\"}");
    taken
        .then()
        .statusCode(201)
        .body("taken.dueOn", equalTo("2030-01-02"))
        .body("taken.takenBy", equalTo(Backstage.staff(WORKER).toString()));
    take(id, "legal-aid", key, "{\"language\":\"ur\",\"dueOn\":\"2030-01-02\"}")
        .then()
        .statusCode(201)
        .body("taken.actionId", equalTo(taken.path("taken.actionId")));
    take(id, "legal-aid", UUID.randomUUID(), "{\"language\":\"en\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("response-already-taken"));
    take(id, "school-contact", UUID.randomUUID(), "{\"language\":\"en\"}").then().statusCode(404);
    take(id, "safety-plan", UUID.randomUUID(), "{\"language\":\"en\",\"dueOn\":\"2020-01-01\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("response-due-in-the-past"));
    take(id, "safety-plan", UUID.randomUUID(), "{\"language\":\"de\"}").then().statusCode(400);
    assertThat(told(OFFERED, caseId).getFirst()).containsEntry("instrumentId", Filled.ID);
    assertThat(told(TAKEN, caseId))
        .hasSize(1)
        .first()
        .satisfies(event -> assertThat(event).containsEntry("response", "legal-aid"));
    assertThat(Backstage.audit("TAKE_RESPONSE", id))
        .contains("performed case:" + caseId + " legal-aid");
    Backstage.execute("update known_case set state = 'closed' where case_id = ?", caseId);
    take(id, "medical-referral", UUID.randomUUID(), "{\"language\":\"en\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("case-closed"));
  }

  @Test
  void littleIsOfferedWhereLittleIsNeeded() {
    String id = conduct(WORKER, Backstage.openCase(), Filled.matrix(0, 0)).path("id");
    as(WORKER)
        .get("/v1/assessments/" + id + "/responses")
        .then()
        .statusCode(200)
        .body("items.code", containsInAnyOrder("build-on-strengths"));
  }

  private static Response take(String assessment, String code, UUID key, String body) {
    return as(WORKER)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/assessments/" + assessment + "/responses/" + code + "/taking");
  }

  private static List<Map<String, Object>> told(String type, UUID caseId) {
    return Awaitility.await(type)
        .until(
            () ->
                Topic.read("hifazat.assessments.v1", caseId).stream()
                    .filter(record -> type.equals(Topic.header(record, "ce_type")))
                    .peek(record -> Topic.CONTRACTS.assertPublishable(type, record.value()))
                    .map(
                        record ->
                            JsonPath.from(new String(record.value(), StandardCharsets.UTF_8))
                                .<String, Object>getMap(""))
                    .toList(),
            events -> !events.isEmpty());
  }
}
