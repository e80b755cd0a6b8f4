package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.with;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for room, and telling where there is none. */
@HifazatTest(service = "referrals")
class CapacityQuestionTest {

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  static Response ask(Persona persona, Map<String, Object> body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(body))
        .post("/v1/capacity-questions");
  }

  static Map<String, Object> question() {
    Map<String, Object> question = new HashMap<>();
    question.put("serviceId", Persona.LEGAL_AID);
    question.put("neededFrom", "2026-12-01");
    question.put("urgency", "high");
    return question;
  }

  static Map<String, Object> gap(String category) {
    Map<String, Object> gap = new HashMap<>();
    gap.put("category", category);
    gap.put("districtCode", "peshawar");
    gap.put("serviceId", Persona.LEGAL_AID);
    gap.put("reason", "no-capacity");
    gap.put("happenedAt", Instant.parse("2026-11-20T05:00:00Z").toString());
    return gap;
  }

  static Response record(Persona persona, Map<String, Object> gap) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(gap))
        .post("/v1/service-gaps");
  }

  @Test
  void anAgencyIsAskedForRoomLearnsNothingElseAndAnswersOnce() {
    Response asked = ask(Persona.SOCIAL_WORKER, question());
    asked.then().statusCode(201);
    String id = asked.path("id");
    Response seen = as(Persona.PARTNER_WORKER).get("/partner/v1/capacity-questions?limit=1");
    Map<String, Object> line = seen.path("items[0]");
    assertThat(line.keySet())
        .containsExactlyInAnyOrder(
            "id", "serviceId", "neededFrom", "urgency", "askedAt", "version");
    assertThat(line).containsEntry("id", id);
    Map<String, Object> answer = Map.of("answer", "no-capacity", "availableFrom", "2027-01-05");
    answer(Persona.OTHER_PARTNER_WORKER, id, answer).then().statusCode(404);
    answer(Persona.PARTNER_WORKER, id, Map.of("answer", "perhaps")).then().statusCode(400);
    answer(Persona.PARTNER_WORKER, id, answer).then().statusCode(200);
    answer(Persona.PARTNER_WORKER, id, answer).then().statusCode(412);
    as(Persona.PARTNER_WORKER)
        .header("If-Match", "\"v1\"")
        .body(json(answer))
        .post("/partner/v1/capacity-questions/" + id + "/answer")
        .then()
        .statusCode(409)
        .body("code", equalTo("question-answered"));
    as(Persona.COLLEAGUE)
        .get("/v1/capacity-questions/" + id)
        .then()
        .statusCode(200)
        .body("answer", equalTo("no-capacity"))
        .body("availableFrom", equalTo("2027-01-05"));
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/capacity-questions/" + id).then().statusCode(404);
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/capacity-questions")
        .then()
        .body("items.id", not(hasItem(id)));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/capacity-questions?limit=1")
        .then()
        .body("items.id", hasItem(id));
  }

  @Test
  void aQuestionThatWouldTellOfAChildIsRefused() {
    for (String field : List.of("ageBand", "sex", "caseId", "note")) {
      ask(Persona.SOCIAL_WORKER, with(question(), field, "x"))
          .then()
          .statusCode(400)
          .body("code", equalTo("unknown-field"));
    }
    ask(Persona.SOCIAL_WORKER, with(question(), "serviceId", UUID.randomUUID().toString()))
        .then()
        .statusCode(422)
        .body("code", equalTo("service-unknown"));
  }

  @Test
  void aServiceThatCouldNotBeHadIsToldToTheCommission() {
    Response recorded = record(Persona.SOCIAL_WORKER, gap("legal-aid"));
    recorded.then().statusCode(201).body("reason", equalTo("no-capacity"));
    String id = recorded.path("id");
    Awaitility.await("the event").until(() -> Topic.read(Topic.REFERRALS, id).size() == 1);
    String told =
        new String(Topic.read(Topic.REFERRALS, id).getFirst().value(), StandardCharsets.UTF_8);
    assertThat(Topic.CONTRACTS.problems("org.hifazat.referrals.service-gap-recorded.v1", told))
        .isEmpty();
    assertThat(JsonPath.from(told).getString("districtCode")).isEqualTo("peshawar");
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/service-gaps?limit=100")
        .then()
        .body("items.id", hasItem(id));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/service-gaps")
        .then()
        .body("items.id", not(hasItem(id)));
    record(Persona.SOCIAL_WORKER, gap("castle")).then().statusCode(422);
    record(Persona.SOCIAL_WORKER, with(gap("legal-aid"), "happenedAt", "2999-01-01T00:00:00Z"))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
  }

  private static Response answer(Persona persona, String id, Map<String, Object> answer) {
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body(json(answer))
        .post("/partner/v1/capacity-questions/" + id + "/answer");
  }
}
