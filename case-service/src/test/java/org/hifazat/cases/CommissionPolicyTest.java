package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Casework.assessedCase;
import static org.hifazat.cases.Casework.decideClosure;
import static org.hifazat.cases.Casework.pending;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.testing.Calls.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Commission lays codes, caseload limits and rules of closing down from a later day on. */
@HifazatTest(service = "cases")
class CommissionPolicyTest {
  private static final String SOURCE = "\"source\":\"Invented notification\"";
  private static final String HARM =
      "{\"nameEn\":\"Invented harm\",\"nameUr\":\"فرضی نقصان\",\"namePs\":\"فرضي زیان\",\"position\":200,"
          + SOURCE
          + "}";
  private static final String CASELOADS = "/v1/caseload-policies";
  private static final String RULES = "/v1/closure-rules";
  private static final String UNTRACEABLE = "/relocated-untraceable/";

  @Inject DataSource database;
  @Inject MutableClock clock;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @AfterEach
  void asThePlatformCame() {
    for (String table : new String[] {"code_entry", "caseload_policy", "closure_rule"}) {
      Backstage.execute("delete from " + table + " where source = 'Invented notification'");
      Backstage.execute("update " + table + " set valid_to = null");
    }
    Backstage.execute("update code_entry set end_source = null");
  }

  @Test
  void aCodeIsOfferedFromItsDayOnUntilItEndsAndItsWordsStay() {
    LocalDate day = inTwoDays();
    String concerns = "/v1/code-lists/concern";
    String seen = etag(concerns + "/history");
    for (int twice = 0; twice < 2; twice++) {
      keep(concerns + "/invented_harm/" + day, seen, HARM)
          .then()
          .statusCode(200)
          .body("open", equalTo(true))
          .body("items.findAll { it.code == 'invented_harm' }.validFrom", contains(day.toString()));
    }
    refused(concerns + "/other_harm/" + day, seen, HARM, 412, "stale");
    keep(
            concerns + "/invented_harm/end/" + day.plusDays(2),
            etag(concerns + "/history"),
            "{" + SOURCE + "}")
        .then()
        .statusCode(200)
        .body(
            "items.find { it.code == 'invented_harm' }.endSource",
            equalTo("Invented notification"));
    refused("/v1/code-lists/channel/by-drone/" + day, null, HARM, 422, "list-closed");
    keep("/v1/code-lists/channel/walk-in/" + day, etag("/v1/code-lists/channel/history"), HARM)
        .then()
        .statusCode(200);

    offered(concerns).body("items.code", not(hasItem("invented_harm")));
    as(Persona.HELPLINE_OPERATOR).get("/v1/code-words").then().body("items.size()", equalTo(0));
    clock.advance(Duration.ofDays(2));
    offered(concerns).body("items.code", hasItem("invented_harm"));
    offered("/v1/code-lists/channel")
        .body("items.find { it.code == 'walk-in' }.nameEn", equalTo("Invented harm"));
    clock.advance(Duration.ofDays(2));
    offered(concerns).body("items.code", not(hasItem("invented_harm")));
    as(Persona.HELPLINE_OPERATOR)
        .get("/v1/code-words")
        .then()
        .statusCode(200)
        .body("items.code", contains("walk-in", "invented_harm"));
    assertThat(Backstage.audit("KEEP_CODES", "concern:invented_harm"))
        .containsExactly("performed from:" + day, "performed until:" + day.plusDays(2));
  }

  @Test
  void whatThePlatformActsByTheLastCodeAndWhatHoldsAlreadyStay() {
    LocalDate day = inTwoDays();
    String end = "{" + SOURCE + "}";
    String reasons = "/v1/code-lists/closure-reason/";
    String seen = etag(reasons + "history");
    refused(reasons + "deceased/end/" + day, seen, end, 422, "code-lasts");
    refused(reasons + "unheard-of/end/" + day, seen, end, 422, "code-unknown");
    refused("/v1/code-lists/urgency/routine/end/" + day, seen, end, 422, "list-closed");
    refused("/v1/code-lists/colours/red/" + day, seen, HARM, 404, "not-found");
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/code-lists")
        .then()
        .body("items.find { it.list == 'concern' }.open", equalTo(true))
        .body("items.find { it.list == 'urgency' }.open", equalTo(false));
    refused(reasons + "moved/" + day.minusDays(2), seen, HARM, 422, "policy-begun");
    refused(reasons + "moved/tomorrow", seen, HARM, 400, "invalid-value");
    refused(reasons + "Moved/" + day, seen, HARM, 400, "invalid-value");
    refused(reasons + "moved/" + day, null, HARM, 428, "precondition-required");
    String seals = "/v1/code-lists/seal-reason/";
    for (String code : new String[] {"staff-relative", "high-profile", "threat"}) {
      keep(seals + code + "/end/" + day, etag(seals + "history"), end).then().statusCode(200);
    }
    refused(seals + "court-order/end/" + day, etag(seals + "history"), end, 409, "last-code");
    given()
        .auth()
        .oauth2(Tokens.ofOldSignIn(Persona.COMMISSION_ADMIN))
        .contentType(ContentType.JSON)
        .header("If-Match", seen)
        .body(HARM)
        .put(reasons + "moved/" + day)
        .then()
        .statusCode(401);
  }

  @Test
  void limitsOfCaseloadsHoldFromTheirDayOnAndEachStepComesAfterTheOneBefore() {
    LocalDate day = inTwoDays();
    String seen = etag(CASELOADS);
    keep(CASELOADS + "/" + day, seen, limits(7, 8, 9, "1.5"))
        .then()
        .statusCode(200)
        .body("items.validTo", contains(day.toString(), null))
        .body("items[1].warnAt", equalTo(7))
        .body("items[1].source", equalTo("Invented notification"));
    refused(CASELOADS + "/" + day, seen, limits(5, 6, 9, "1.5"), 412, "stale");
    refused(CASELOADS + "/" + day, seen, limits(9, 8, 10, "1.5"), 422, "caseload-steps");
    refused(CASELOADS + "/" + day, seen, limits(7, 9, 9, "1.5"), 422, "caseload-steps");
    refused(CASELOADS + "/" + day, seen, limits(0, 8, 9, "1.5"), 400, "invalid-value");
    refused(CASELOADS + "/" + day, seen, limits(7, 8, 201, "1.5"), 400, "invalid-value");
    refused(CASELOADS + "/" + day, seen, limits(7, 8, 9, "2.5"), 422, "caseload-weights");
    refused(CASELOADS + "/" + day, seen, limits(7, 8, 9, "1.55"), 400, "invalid-value");
    refused(CASELOADS + "/" + day.minusDays(2), seen, limits(7, 8, 9, "1.5"), 422, "policy-begun");
    assertThat(warnedAt()).isEqualTo(20000);
    clock.advance(Duration.ofDays(2));
    assertThat(warnedAt()).isEqualTo(7);
    assertThat(Backstage.audit("KEEP_CASE_POLICIES", day)).containsExactly("performed from:" + day);
  }

  @Test
  void aReasonForClosingAsksForMoreFromItsDayOnAndNeverForLessThanTheGuideline() {
    String id = assessedCase("Palwasha", "medium");
    LocalDate day = inTwoDays();
    String rule =
        "{\"underReviewOnly\":false,\"minAttempts\":%d,\"minAttemptDays\":%d,\"reviewRequired\":%s,"
            + "\"goalsReached\":false,\"postClosureCheck\":true%s,"
            + SOURCE
            + "}";
    String seen = etag(RULES);
    keep(
            RULES + "/repatriated-or-returned/" + day,
            seen,
            rule.formatted(0, 0, false, ",\"maxRisk\":\"low\""))
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.reason == 'repatriated-or-returned' }.asked.maxRisk",
            contains(nullValue(), equalTo("low")))
        .body("floors.find { it.reason == 'deceased' }.asked.reviewRequired", equalTo(true));
    refused(RULES + UNTRACEABLE + day, seen, rule.formatted(4, 120, false, ""), 412, "stale");
    refused(
        RULES + UNTRACEABLE + day, seen, rule.formatted(3, 0, false, ""), 422, "closure-attempts");
    for (String[] firm :
        new String[][] {
          {UNTRACEABLE, rule.formatted(3, 89, true, ""), "/minAttemptDays"},
          {"/deceased/", rule.formatted(0, 0, false, ""), "/reviewRequired"},
          {"/goals-met/", rule.formatted(0, 0, false, ""), "/goalsReached"},
          {"/child-18-prepared/", rule.formatted(0, 0, false, ""), "/minAge"},
          {
            "/family-withdrew-safe/",
            rule.formatted(0, 0, false, ",\"maxRisk\":\"medium\""),
            "/maxRisk"
          }
        }) {
      keep(RULES + firm[0] + day, seen, firm[1])
          .then()
          .statusCode(422)
          .body("code", equalTo("closure-rule-firm"))
          .body("errors.pointer", contains(firm[2]));
    }
    for (String notTheirs : new String[] {"duplicate-merged", "unheard-of"}) {
      refused(
          RULES + "/" + notTheirs + "/" + day,
          seen,
          rule.formatted(0, 0, false, ""),
          422,
          "code-unknown");
    }
    propose(id, Instant.now()).then().statusCode(201);
    clock.advance(Duration.ofDays(2));
    propose(id, clock.instant())
        .then()
        .statusCode(409)
        .body("code", equalTo("closure-rule"))
        .body("errors.code", contains("risk-too-high"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/closure-reasons")
        .then()
        .body("items.find { it.code == 'repatriated-or-returned' }.maxRisk", equalTo("low"));
  }

  @Test
  void aClosingIsDecidedByTheRuleOfTheDayItIsDecidedOnHoweverItIsDated() {
    String late = assessedCase("Nazia", "medium");
    String early = assessedCase("Nazish", "medium");
    Instant proposed = clock.instant();
    propose(late, proposed).then().statusCode(201);
    propose(early, proposed).then().statusCode(201);
    keep(
            RULES + "/repatriated-or-returned/" + inTwoDays(),
            etag(RULES),
            "{\"maxRisk\":\"low\",\"underReviewOnly\":false,\"minAttempts\":0,\"minAttemptDays\":0,"
                + "\"reviewRequired\":false,\"goalsReached\":false,\"postClosureCheck\":true,"
                + SOURCE
                + "}")
        .then()
        .statusCode(200);
    decideClosure(Persona.SUPERVISOR, early, "approved", "").then().statusCode(200);
    clock.advance(Duration.ofDays(2));
    as(Persona.SUPERVISOR)
        .header("If-Match", pending(late, "closure"))
        .body("{\"decision\":\"approved\",\"happenedAt\":\"%s\"}".formatted(proposed))
        .post("/v1/cases/" + late + "/approvals/closure/decision")
        .then()
        .statusCode(409)
        .body("code", equalTo("closure-rule"))
        .body("errors.code", contains("risk-too-high"));
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + late).then().body("state", not(equalTo("closed")));
  }

  @Test
  void aTransferThatEndsACaseGoesByTheRuleOfTheDayItsAnswerIsRecordedHoweverItIsDated() {
    String late = assessedCase("Spina", "medium");
    String early = assessedCase("Spinzar", "medium");
    String toAnswerLate = leaving(late);
    String toAnswerEarly = leaving(early);
    Backstage.execute(
        "insert into closure_rule (code, under_review_only, chosen_by_worker, post_closure_check, valid_from, source)"
            + " values ('transferred-out-accepted', false, false, true, ?, 'Invented notification')",
        inTwoDays());
    left(toAnswerEarly);
    clock.advance(Duration.ofDays(2));
    left(toAnswerLate);
    tasks(early).body("tasks.kind", not(hasItem("post-closure-check")));
    tasks(late).body("tasks.kind", hasItem("post-closure-check"));
  }

  private static String leaving(String caseId) {
    return Transfers.propose(
            Persona.SUPERVISOR,
            caseId,
            "\"kind\":\"cross-province\",\"outsideBody\":\"Invented Bureau\"",
            Transfers.OVERRIDE)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Dated by the machine's clock, which stays when the test's moves on. */
  private static void left(String transfer) {
    Transfers.answeredOutside(
            Persona.SUPERVISOR,
            transfer,
            "\"v0\"",
            "accepted",
            ",\"overrideReason\":\"The invented bureau sees the child today.\"")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse tasks(String caseId) {
    return as(Persona.SUPERVISOR)
        .get("/v1/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"));
  }

  private static Response propose(String caseId, Instant at) {
    return as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"happenedAt":"%s","reason":"repatriated-or-returned","summary":"The invented family has gone home.",
             "childInformed":true,"caregiverInformed":true}"""
                .formatted(at))
        .post("/v1/cases/" + caseId + "/closures");
  }

  private static String limits(int warn, int reason, int approval, String medium) {
    return "{\"warnAt\":%d,\"reasonAt\":%d,\"approvalAt\":%d,\"weightHigh\":2,\"weightMedium\":%s,\"weightLow\":0.5,%s}"
        .formatted(warn, reason, approval, medium, SOURCE);
  }

  private static int warnedAt() {
    return as(Persona.SUPERVISOR)
        .get("/v1/caseloads")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].warnAt");
  }

  /** Still to come if midnight passes before it is asked for, and here once two days are over. */
  private LocalDate inTwoDays() {
    return KarachiTime.day(clock.instant()).plusDays(2);
  }

  private static ValidatableResponse offered(String list) {
    return as(Persona.SOCIAL_WORKER).get(list).then().statusCode(200);
  }

  private static String etag(String path) {
    return as(Persona.COMMISSION_ADMIN).get(path).then().statusCode(200).extract().header("ETag");
  }

  private static void refused(
      String path, @Nullable String seen, String body, int status, String code) {
    keep(path, seen, body).then().statusCode(status).body("code", equalTo(code));
  }

  private static Response keep(String path, @Nullable String seen, String body) {
    var request = as(Persona.COMMISSION_ADMIN).body(body);
    return (seen == null ? request : request.header("If-Match", seen)).put(path);
  }
}
