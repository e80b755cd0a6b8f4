package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.cases.Casework.assessedCase;
import static org.hifazat.cases.Casework.propose;
import static org.hifazat.cases.ClosureTest.missing;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is claimed of a case that ends has to stand in its record. */
@HifazatTest(service = "cases")
class ClosingByTheRecordTest {
  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void nobodyIsUntraceableBeforeThreeRecordedContactsOverNinetyDaysCameToNothing() {
    String id = assessedCase("Jibran", "low");
    missing(id, "relocated-untraceable", "", "attempts-too-few");
    Plans.contact(Persona.SOCIAL_WORKER, id, Plans.missed(Instant.now(), "moved-away"))
        .then()
        .statusCode(201);
    missedBefore(id, 45, "nobody-there");
    missedBefore(id, 120, "unit-could-not");
    missing(id, "relocated-untraceable", "", "attempts-too-few");
    missedBefore(id, 89, "nobody-there");
    missing(id, "relocated-untraceable", "", "attempts-too-close");
    missedBefore(id, 91, "nobody-there");
    propose(Persona.SOCIAL_WORKER, id, "relocated-untraceable", "").then().statusCode(201);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/episodes")
        .then()
        .body("closures[0].attempts.size()", equalTo(4));
  }

  /** As if the case had been open for so long. */
  private static void missedBefore(String id, int days, String reason) {
    Backstage.execute(
        "update case_file set opened_at = least(opened_at, now() - interval '200 days') where id = ?::uuid",
        id);
    Backstage.execute(
        """
        insert into follow_up (id, case_id, kind, state, by_policy, happened_at, missed_reason, recorded_at, version)
        values (gen_random_uuid(), ?::uuid, 'home-visit', 'missed', false, now() - ? * interval '1 day',
                ?, now(), 0)""",
        id,
        days,
        reason);
  }

  @Test
  void theGoalsAreMetWhenThePlanSaysSoAndNotBefore() {
    String id = CasePlanTest.planned("Jannat");
    UUID goal = UUID.randomUUID();
    String plan =
        Plans.inForce(
            id, goal, Plans.action(UUID.randomUUID(), "Act.", CasePlanTest.CHILD, Plans.inDays(3)));
    Casework.putInto(id, "under-review");
    missing(id, "goals-met", "", "goals-not-reached");
    reached(plan, goal, "mostly-reached");
    missing(id, "goals-met", "", "goals-not-reached");
    reached(plan, goal, "reached");
    propose(Persona.SOCIAL_WORKER, id, "goals-met", ",\"goals\":\"met\"").then().statusCode(201);
  }

  private static void reached(String plan, UUID goal, String level) {
    Plans.post(
            Persona.SOCIAL_WORKER,
            "/v1/case-plans/" + plan + "/goals/" + goal + "/progress",
            "{\"level\":\"%s\",\"happenedAt\":\"%s\"}".formatted(level, Instant.now()))
        .then()
        .statusCode(201);
  }

  @Test
  void aChildIsToldOrSomebodySaysWhyNotAndADeathIsReviewedBySomebodyWhoFoundSomething() {
    String id = assessedCase("Jalwa", "medium");
    notTold(id, "")
        .then()
        .statusCode(409)
        .body("errors.code", containsInAnyOrder("child-not-informed-why"));
    notTold(id, ",\"childNotInformed\":\"too-young\"")
        .then()
        .statusCode(409)
        .body("errors.code", containsInAnyOrder("child-old-enough"));
    propose(
            Persona.SOCIAL_WORKER,
            id,
            "deceased",
            """
            ,"review":{"heldOn":"%s","ledBy":"Invented Commissioner",
                       "finding":"Nobody had been told of the invented fever."}"""
                .formatted(KarachiTime.day(Instant.now())))
        .then()
        .statusCode(201);
    assertThat(
            Backstage.texts(
                "select encode(review_finding, 'escape') from case_closure where case_id = ?::uuid",
                id))
        .hasSize(1)
        .noneMatch(words -> words.contains("fever"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/episodes")
        .then()
        .body("closures[0].reviewLedBy", equalTo("Invented Commissioner"))
        .body("closures[0].reviewFinding", containsString("fever"));
  }

  private static Response notTold(String id, String more) {
    return as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"happenedAt":"%s","reason":"court-discharged","summary":"The invented family left.",
             "childInformed":false,"caregiverInformed":true%s}"""
                .formatted(Instant.now(), more))
        .post("/v1/cases/" + id + "/closures");
  }
}
