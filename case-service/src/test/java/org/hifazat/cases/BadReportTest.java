package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.platform.testing.Calls.given;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A report that cannot be accepted: the right 4xx, none of its words repeated, nothing written. */
@HifazatTest(service = "cases")
class BadReportTest {
  private static final String GOOD = report("peshawar", Instant.parse("2026-11-01T06:00:00Z"));

  @Inject DataSource database;

  private Map<String, Long> before = Map.of();

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    before = Backstage.rows();
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        arguments("cut off", GOOD.substring(0, 60), 400, "malformed-json"),
        arguments("no JSON", "<report/>", 400, "malformed-json"),
        arguments("a list", "[]", 400, "invalid-type"),
        arguments(
            "an unknown field",
            with("\"channel\"", "\"secret\":1,\"channel\""),
            400,
            "unknown-field"),
        arguments("a number for text", with("\"urgent\"", "7"), 400, "invalid-type"),
        arguments(
            "a text for a list",
            with("[\"physical_abuse\"]", "\"physical_abuse\""),
            400,
            "invalid-type"),
        arguments(
            "a time in words", with("2026-11-01T06:00:00Z", "yesterday"), 400, "invalid-type"),
        arguments("no concern", with("[\"physical_abuse\"]", "[]"), 400, "invalid-value"),
        arguments(
            "a blank narrative",
            with("A neighbour hears a child cry at night.", " "),
            400,
            "invalid-value"),
        arguments("a place without words", with("\"Shah Alam\"", "\"\""), 400, "invalid-value"),
        arguments("an unknown sex", with("\"male\"", "\"boy\""), 400, "invalid-value"),
        arguments(
            "a phone in words",
            with("0300-0000123", "the number of the shop"),
            400,
            "invalid-value"),
        arguments(
            "an age of 200", with("\"ageYears\":9", "\"ageYears\":200"), 400, "invalid-value"),
        arguments(
            "an unknown kind of reporter", with("\"named\"", "\"secret\""), 400, "invalid-value"),
        arguments(
            "a district that does not exist",
            with("\"peshawar\"", "\"atlantis\""),
            422,
            "district-unknown"),
        arguments("a channel there is not", with("helpline-1121", "pigeon"), 422, "code-unknown"),
        arguments(
            "a concern there is not", with("physical_abuse", "bad_mood"), 422, "code-unknown"),
        arguments(
            "an urgency there is not", with("\"urgent\"", "\"tomorrow\""), 422, "code-unknown"),
        arguments(
            "a relation there is not",
            with("\"neighbour\"", "\"pen-friend\""),
            422,
            "code-unknown"),
        arguments("a time to come", with("2026-11-01T06", "2096-11-01T06"), 422, "in-the-future"),
        arguments(
            "a day before the district was",
            with("2026-11-01T06", "1999-11-01T06"),
            422,
            "code-unknown"),
        arguments(
            "a district of its time only",
            with("2026-11-01T06", "2009-12-31T06"),
            422,
            "code-unknown"),
        arguments(
            "an anonymous reporter with a name",
            with("\"named\"", "\"anonymous\""),
            422,
            "reporter-not-anonymous"));
  }

  @ParameterizedTest(name = "{0} is refused")
  @MethodSource("badBodies")
  void aReportThatCannotBe(String what, String body, int status, String code) {
    Response response = record(Persona.HELPLINE_OPERATOR, body);
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("type", equalTo("/problems/" + code))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
    assertThat(response.asString())
        .as(what)
        .doesNotContain(
            "Bakhtawar", "0300-0000", "yesterday", "atlantis", "pigeon", "shop", "secret\":1");
  }

  @Test
  void theFaultyFieldIsPointedToWithoutItsValue() {
    record(Persona.HELPLINE_OPERATOR, with("\"male\"", "\"boy\""))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/childHint/sex"));
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    record(
            Persona.HELPLINE_OPERATOR,
            with("A neighbour hears a child cry at night.", "x".repeat(300_000)))
        .then()
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void aNarrativeLongerThanItsFieldIsRefused() {
    record(
            Persona.HELPLINE_OPERATOR,
            with("A neighbour hears a child cry at night.", "x".repeat(10_001)))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
  }

  @Test
  void withoutAKeyItIsRefused() {
    as(Persona.HELPLINE_OPERATOR)
        .body(GOOD)
        .post("/v1/concern-reports")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-missing"));
  }

  @Test
  void aKeyThatIsNoUuidIsRefused() {
    as(Persona.HELPLINE_OPERATOR)
        .header("Idempotency-Key", "first")
        .body(GOOD)
        .post("/v1/concern-reports")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
  }

  @Test
  void anExpiredTokenIsNobodysAndAnsweredWithoutABody() {
    refusedAsNobody(Tokens.expired());
  }

  @Test
  void aForeignTokenIsNobodysAndAnsweredWithoutABody() {
    refusedAsNobody(Tokens.foreign());
  }

  @Test
  void aTokenWithoutAnyRoleIsNobodysAndAnsweredWithoutABody() {
    refusedAsNobody(Tokens.of(Persona.NOBODY));
  }

  @Test
  void noTokenIsNobodyAndAnsweredWithoutABody() {
    given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(GOOD)
        .post("/v1/concern-reports")
        .then()
        .statusCode(401)
        .body(equalTo(""));
  }

  private static void refusedAsNobody(String token) {
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(GOOD)
        .post("/v1/concern-reports")
        .then()
        .statusCode(401)
        .body(equalTo(""));
  }

  private static String with(String part, String other) {
    assertThat(GOOD).contains(part);
    return GOOD.replace(part, other);
  }
}
