package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.packet;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.with;
import static org.hifazat.referral.Requests.without;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input: the right 4xx, nothing of it repeated, nothing written. */
@HifazatTest(service = "referrals")
class BadInputTest {
  private static final String WRITTEN =
      "select (select count(*) from referral) + (select count(*) from referral_step)"
          + " + (select count(*) from idempotency_record)"
          + " + (select count(*) from audit_record where outcome = 'performed'"
          + " and actor not like 'system:%')";

  private static final UUID CASE = new UUID(7, 7);

  private long before;

  @BeforeEach
  void arrange() {
    Agencies.known();
    before = Backstage.count(WRITTEN);
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(Backstage.count(WRITTEN)).isEqualTo(before);
  }

  static Stream<Arguments> badBodies() {
    Map<String, Object> good = referral(CASE);
    return Stream.of(
        arguments("cut off", json(good).substring(0, 40), "malformed-json"),
        arguments("not JSON", "<referral/>", "malformed-json"),
        arguments("an unknown field", json(with(good, "status", "accepted")), "unknown-field"),
        arguments(
            "an unknown field of the packet",
            json(with(good, "packet", with(packet(), "childName", "Zarghuna"))),
            "unknown-field"),
        arguments("a number for text", json(with(good, "priority", 7)), "invalid-type"),
        arguments("no id", json(with(good, "caseId", "Zarghuna")), "invalid-type"),
        arguments("a time in words", json(with(good, "authoredAt", "Zarghuna")), "invalid-type"),
        arguments(
            "a time no database knows",
            json(with(good, "authoredAt", "-99999-01-01T00:00:00Z")),
            "invalid-type"),
        arguments("a list", "[]", "invalid-type"),
        arguments("no case", json(without(good, "caseId")), "invalid-value"),
        arguments("no service", json(without(good, "serviceId")), "invalid-value"),
        arguments("no time", json(without(good, "authoredAt")), "invalid-value"),
        arguments("no packet", json(without(good, "packet")), "invalid-value"),
        arguments("another priority", json(with(good, "priority", "Zarghuna")), "invalid-value"),
        arguments(
            "a reason in words", json(with(good, "reasonCode", "Zar ghuna")), "invalid-value"),
        arguments("no request", bad(without(packet(), "requestText")), "invalid-value"),
        arguments("a blank contact", bad(with(packet(), "safeContact", " ")), "invalid-value"),
        arguments("another sex", bad(with(packet(), "sex", "Zarghuna")), "invalid-value"),
        arguments("another age", bad(with(packet(), "ageBand", "9")), "invalid-value"),
        arguments(
            "too long", bad(with(packet(), "requestText", "x".repeat(4001))), "invalid-value"));
  }

  private static String bad(Map<String, Object> packet) {
    return json(with(referral(CASE), "packet", packet));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBodies")
  void aBodyThatCannotBeReadIsRefused(String what, String body, String code) {
    Response response = refer(Persona.SOCIAL_WORKER, UUID.randomUUID(), body);
    response
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
    assertThat(response.asString()).as(what).doesNotContain("Zarghuna");
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    String large = bad(with(packet(), "requestText", "x".repeat(300_000)));
    refer(Persona.SOCIAL_WORKER, UUID.randomUUID(), large)
        .then()
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void anotherMediaTypeOrMethodIsRefused() {
    as(Persona.SOCIAL_WORKER)
        .contentType(ContentType.XML)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("<referral/>")
        .post("/v1/referrals")
        .then()
        .statusCode(415);
  }

  @Test
  void theIdempotencyKeyIsDemandedAndMustBeAnId() {
    UUID caseId = Backstage.openCaseWithConsent();
    as(Persona.SOCIAL_WORKER)
        .body(json(referral(caseId)))
        .post("/v1/referrals")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-missing"));
    as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", "once")
        .body(json(referral(caseId)))
        .post("/v1/referrals")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
  }

  @Test
  void aPathThatIsNoIdIsNotFound() {
    as(Persona.SOCIAL_WORKER).get("/v1/referrals/1").then().statusCode(404);
    as(Persona.SOCIAL_WORKER).get("/v1/cases/1/referrals").then().statusCode(404);
    as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/1").then().statusCode(404);
  }
}
