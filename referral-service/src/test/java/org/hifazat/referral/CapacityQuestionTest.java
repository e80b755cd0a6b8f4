package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.with;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for room, and telling where there is none. */
@HifazatTest(service = "referrals")
class CapacityQuestionTest {
  private final Database asSomebody;

  CapacityQuestionTest(AgroalDataSource database, CallerContext callers) {
    this.asSomebody = new Database(database, callers);
  }

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

  @Test
  void theDatabaseShowsQuestionsAndGapsToThoseTheyConcern() {
    String asked = ask(Persona.SOCIAL_WORKER, question()).path("id");
    String question = "select count(*) from capacity_question where id = '" + asked + "'";
    String told = record(Persona.SOCIAL_WORKER, gap("legal-aid")).path("id");
    String gap = "select count(*) from service_gap where id = '" + told + "'";
    assertThat(seen(Persona.COLLEAGUE, question)).isOne();
    assertThat(seen(Persona.PARTNER_SYSTEM, question)).isOne();
    assertThat(seen(Persona.OTHER_PARTNER_SYSTEM, question)).isZero();
    assertThat(seen(Persona.OTHER_UNIT_SUPERVISOR, question)).isZero();
    assertThat(seen(Persona.COMMISSION_ADMIN, question)).isZero();
    assertThat(seen(Persona.COMMISSION_ADMIN, gap)).isOne();
    assertThat(seen(Persona.OTHER_UNIT_SUPERVISOR, gap)).isZero();
    assertThat(seen(Persona.PARTNER_SYSTEM, gap)).isZero();
    assertThatThrownBy(
            () ->
                asSomebody.change(
                    Persona.PARTNER_SYSTEM, "update capacity_question set urgency = 'low'"))
        .hasStackTraceContaining("permission denied");
  }

  /** With many rows and the planner's own choice, through the policies, as the application. */
  @Test
  void theListsAreReadFromTheirIndexes() {
    Backstage.execute(
        """
        insert into capacity_question (id, service_id, agency_id, unit_id, asked_by, needed_from,
          urgency, asked_at, version)
        select gen_random_uuid(), ?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
          '2026-12-01', 'low', now() - n * interval '1 minute', 99 from generate_series(1, 5000) n""",
        Backstage.LEGAL_AID);
    try {
      Backstage.execute("analyze capacity_question");
      String explain = "explain select id from capacity_question where ";
      String newest = " order by asked_at desc, id desc limit 21";
      assertThat(
              asSomebody.lines(
                  Persona.SOCIAL_WORKER, explain + "unit_id = '" + Persona.PESHAWAR + "'" + newest))
          .contains("capacity_question_by_unit");
      assertThat(
              asSomebody.lines(
                  Persona.PARTNER_SYSTEM,
                  explain + "agency_id = '" + Persona.LEGAL_AID + "'" + newest))
          .contains("capacity_question_by_agency");
    } finally {
      Backstage.execute("delete from capacity_question where version = 99");
    }
  }

  private long seen(Persona persona, String sql) {
    return asSomebody.count(Database.caller(persona), sql);
  }

  private static Response answer(Persona persona, String id, Map<String, Object> answer) {
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body(json(answer))
        .post("/partner/v1/capacity-questions/" + id + "/answer");
  }
}
