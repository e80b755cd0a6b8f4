package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hifazat.assessment.Backstage.openCase;
import static org.hifazat.assessment.Requests.anonymous;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.assessments;
import static org.hifazat.assessment.Requests.bearing;
import static org.hifazat.assessment.Requests.body;
import static org.hifazat.assessment.Requests.conduct;
import static org.hifazat.assessment.Requests.fields;
import static org.hifazat.platform.testing.Calls.given;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input: the right 4xx, nothing of it repeated, nothing written. */
@HifazatTest(service = "assessments")
class BadInputTest {

  private static final String WRITTEN =
      "select (select count(*) from assessment) + (select count(*) from idempotency_record)"
          + " + (select count(*) from audit_record"
          + " where outcome = 'performed' and actor not like 'system:%')";

  private final RelayControl relay;
  private UUID caseId = new UUID(0, 0);
  private long before;

  BadInputTest(RelayControl relay) {
    this.relay = relay;
  }

  @BeforeEach
  void arrange() {
    caseId = openCase();
    before = Backstage.count(WRITTEN);
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(Backstage.count(WRITTEN)).isEqualTo(before);
    relay.flush();
    assertThat(Topic.read("hifazat.assessments.v1", caseId)).isEmpty();
  }

  static Stream<Arguments> badBodies() {
    String good = body(Filled.matrix(1, 1));
    return Stream.of(
        arguments("cut off", good.substring(0, 40), "malformed-json"),
        arguments("not JSON", "<data/>", "malformed-json"),
        arguments("an unknown field", with("riskLevel", "low"), "unknown-field"),
        arguments("a number for text", with("submission", 7), "invalid-type"),
        arguments("an object for text", with("instrumentId", Map.of()), "invalid-type"),
        arguments("a time in words", with("conductedAt", "Tuesday"), "invalid-type"),
        arguments("a list", "[]", "invalid-type"),
        arguments("no instrument", without("instrumentId"), "invalid-value"),
        arguments("a blank version", with("instrumentVersion", " "), "invalid-value"),
        arguments("no time", without("conductedAt"), "invalid-value"),
        arguments("no submission", without("submission"), "invalid-value"),
        arguments("too long", with("submission", "x".repeat(65_537)), "invalid-value"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBodies")
  void aBodyThatCannotBeReadIsRefused(String what, String body, String code) {
    Response response = conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), body);
    response
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
    assertThat(response.asString()).as(what).doesNotContain("Tuesday");
  }

  @Test
  void noBodyIsRefused() {
    as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .post(assessments(caseId))
        .then()
        .statusCode(400);
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    conduct(
            Persona.SOCIAL_WORKER,
            caseId,
            UUID.randomUUID(),
            with("submission", "x".repeat(600_000)))
        .then()
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void anotherMediaTypeIsRefused() {
    as(Persona.SOCIAL_WORKER)
        .contentType(ContentType.XML)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(Filled.matrix(1, 1).xml())
        .post(assessments(caseId))
        .then()
        .statusCode(415);
  }

  @Test
  void theIdempotencyKeyIsDemandedAndMustBeAnId() {
    as(Persona.SOCIAL_WORKER)
        .body(body(Filled.matrix(1, 1)))
        .post(assessments(caseId))
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-missing"));
    as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", "once")
        .body(body(Filled.matrix(1, 1)))
        .post(assessments(caseId))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
  }

  @Test
  void aCaseThatIsNoIdIsNotFound() {
    as(Persona.SOCIAL_WORKER).get(assessments("1")).then().statusCode(404);
    as(Persona.SOCIAL_WORKER).get("/v1/assessments/1").then().statusCode(404);
  }

  @Test
  void anInstrumentNobodyPublishedIsRefused() {
    conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), with("instrumentVersion", "2"))
        .then()
        .statusCode(422)
        .body("code", equalTo("instrument-unknown"));
  }

  @Test
  void everyProblemOfASubmissionIsNamedWithoutWhatWasWritten() {
    Filled bad =
        Filled.matrix(1, 1)
            .with("/data/harm/severity", "Zarghuna")
            .with("/data/harm/Zarghuna", "Zarghuna")
            .with("/data/danger/red_flags", "none trafficking");
    Response unknown = conduct(Persona.SOCIAL_WORKER, caseId, bad);
    unknown
        .then()
        .statusCode(422)
        .body("code", equalTo("submission-refused"))
        .body("errors.pointer", hasItem("/submission/data/harm"))
        .body("errors.code", hasItem("unknown-node"));
    Response values = conduct(Persona.SOCIAL_WORKER, caseId, bad.without("/data/harm/Zarghuna"));
    values
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/submission/data/harm/severity"))
        .body("errors.code", hasItem("unknown-choice"))
        .body("errors.pointer", hasItem("/submission/data/danger/red_flags"))
        .body("errors.code", hasItem("constraint"));
    assertThat(unknown.asString() + values.asString()).doesNotContain("Zarghuna");
  }

  @Test
  void aBillionLaughsAreRefusedUnread() {
    String laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><data>&b;</data>";
    conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), with("submission", laughs))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/submission"))
        .body("errors[0].code", equalTo("document-type-forbidden"));
  }

  @Test
  void withoutAGoodTokenThereIsNothing() {
    String good = body(Filled.matrix(1, 1));
    UUID key = UUID.randomUUID();
    for (String token : new String[] {Tokens.expired(), Tokens.foreign(), "no.such.token"}) {
      Response response =
          bearing(token).header("Idempotency-Key", key).body(good).post(assessments(caseId));
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.asString()).isEmpty();
    }
    anonymous()
        .header("Idempotency-Key", key)
        .body(good)
        .post(assessments(caseId))
        .then()
        .statusCode(401);
    as(Persona.PARTNER_SYSTEM).get(assessments(caseId)).then().statusCode(401);
    as(Persona.NOBODY).get("/v1/instruments").then().statusCode(401);
  }

  @Test
  void anAssessmentCannotBeChangedOrDeleted() {
    String path = "/v1/assessments/" + UUID.randomUUID();
    String token = Tokens.of(Persona.SUPERVISOR);
    given().auth().oauth2(token).body("{}").put(path).then().statusCode(405);
    given().auth().oauth2(token).delete(path).then().statusCode(405);
  }

  private static String with(String field, Object value) {
    Map<String, Object> fields = fields(Filled.matrix(1, 1));
    fields.put(field, value);
    return body(fields);
  }

  private static String without(String field) {
    Map<String, Object> fields = fields(Filled.matrix(1, 1));
    fields.remove(field);
    return body(fields);
  }
}
