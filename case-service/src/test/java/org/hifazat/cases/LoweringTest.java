package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.etag;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Raising risk is free; lowering it is a supervisor's, with a reason, to what was assessed. */
@HifazatTest(service = "cases")
class LoweringTest {
  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aSupervisorLowersTheRiskToTheNewestAssessmentAndTheResponseIsOwedAnew() {
    String id = opened("Laila");
    assessed(id, "high", Instant.now());
    Instant calmer = Instant.now();
    UUID assessment = assessed(id, "low", calmer);
    Casework.nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("warnings.code", hasItem("risk-lowering-suggested"));
    risk(Persona.SOCIAL_WORKER, id)
        .then()
        .statusCode(200)
        .body("level", equalTo("high"))
        .body("suggestion.level", equalTo("low"))
        .body("yoursToLower", equalTo(false));
    Instant decided = Instant.now();
    lower(Persona.SUPERVISOR, id, etag(id), assessment, decided)
        .then()
        .statusCode(200)
        .body("riskLevel", equalTo("low"));
    risk(Persona.SUPERVISOR, id)
        .then()
        .body("suggestion", nullValue())
        .body("yoursToLower", equalTo(true))
        .body("lowerings", hasSize(1))
        .body("lowerings[0].reason", equalTo("The invented uncle has moved away."));
    String due =
        as(Persona.SOCIAL_WORKER)
            .get("/v1/cases/" + id)
            .path("tasks.find { it.kind == 'first-response' }.dueAt");
    assertThat(Instant.parse(due))
        .isEqualTo(
            decided.truncatedTo(java.time.temporal.ChronoUnit.MICROS).plus(Duration.ofDays(7)));
    Awaitility.await("both levels are published")
        .until(
            () ->
                Topic.types(Topic.CASES, id).stream()
                        .filter("org.hifazat.cases.risk-level-set.v1"::equals)
                        .count()
                    == 2);
    assertThat(
            Backstage.count(
                "select count(*) from risk_lowering where case_id = ?::uuid and"
                    + " position('uncle'::bytea in reason) > 0",
                id))
        .isZero();
  }

  @Test
  void howTheRiskCameAboutIsReadPageByPageTheNewestFirst() {
    String id = opened("Laleh");
    UUID newest = assessed(id, "high", Instant.now());
    Backstage.execute(
        "insert into risk_change (id, case_id, assessment_id, level, applied, set_at, recorded_at)"
            + " select gen_random_uuid(), ?::uuid, gen_random_uuid(), 'low', false,"
            + " now() - (1 + n / 2) * interval '1 day', now() from generate_series(1, 20) n",
        id);
    Response first = risk(Persona.SOCIAL_WORKER, id);
    first
        .then()
        .body("assessments", hasSize(20))
        .body("assessments[0].assessmentId", equalTo(newest.toString()))
        .body("next.lowerings", nullValue());
    String cursor = first.path("next.assessments");
    String levels = "/v1/cases/" + id + "/risk-levels?cursor=" + cursor;
    Response rest = as(Persona.SOCIAL_WORKER).get(levels);
    rest.then().statusCode(200).body("items", hasSize(1)).header("Link", nullValue());
    assertThat(first.<List<String>>path("assessments.assessmentId"))
        .doesNotHaveDuplicates()
        .doesNotContain(rest.<String>path("items[0].assessmentId"));
    String lowerings = "/v1/cases/" + id + "/risk-lowerings?cursor=" + cursor;
    as(Persona.SOCIAL_WORKER)
        .get(lowerings)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cursor"));
    as(Persona.COLLEAGUE).get(levels).then().statusCode(403);
    as(Persona.OTHER_UNIT_SUPERVISOR).get(levels).then().statusCode(404);
  }

  @Test
  void nobodyElseLowersAndNothingElseIsFollowed() {
    String id = opened("Lubna");
    UUID high = assessed(id, "high", Instant.now());
    UUID low = assessed(id, "low", Instant.now());
    String etag = etag(id);
    Map<String, Long> before = Backstage.rows();
    lower(Persona.SOCIAL_WORKER, id, etag, low, Instant.now()).then().statusCode(403);
    lower(Persona.OTHER_UNIT_SUPERVISOR, id, etag, low, Instant.now()).then().statusCode(404);
    lower(Persona.SUPERVISOR, id, etag, high, Instant.now())
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-to-lower"));
    lower(Persona.SUPERVISOR, id, etag, UUID.randomUUID(), Instant.now()).then().statusCode(409);
    lower(Persona.SUPERVISOR, id, "\"v77\"", low, Instant.now()).then().statusCode(412);
    lower(Persona.SUPERVISOR, id, etag, low, Instant.now().plus(Duration.ofHours(1)))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    lower(Persona.SUPERVISOR, id, etag, low, Instant.now().minus(Duration.ofHours(1)))
        .then()
        .statusCode(422);
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void anAssessmentThatWasFollowedByAHigherOneIsNoReasonToLower() {
    String id = opened("Lalzari");
    assessed(id, "high", Instant.now());
    UUID low = assessed(id, "low", Instant.now());
    assessed(id, "high", Instant.now());
    Casework.nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("warnings.code", not(hasItem("risk-lowering-suggested")));
    lower(Persona.SUPERVISOR, id, etag(id), low, Instant.now())
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-to-lower"));
  }

  private static Response risk(Persona persona, String id) {
    return as(persona).get("/v1/cases/" + id + "/risk");
  }

  static Response lower(Persona persona, String id, String etag, UUID assessment, Instant at) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            "{\"assessmentId\":\"%s\",\"happenedAt\":\"%s\",\"reason\":\"The invented uncle has moved away.\"}"
                .formatted(assessment, at))
        .post("/v1/cases/" + id + "/risk-lowering");
  }
}
