package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.child;
import static org.hifazat.cases.Requests.noConcern;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.openCaseBody;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.searchToken;
import static org.hifazat.cases.Requests.triage;
import static org.hifazat.cases.Requests.waiting;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may become of a report, and what may not. */
@HifazatTest(service = "cases")
class TriageTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject MutableClock clock;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  static Stream<Arguments> badTriages() {
    return Stream.of(
        arguments(
            "an unknown field", "\"decision\"", "\"score\":3,\"decision\"", 400, "unknown-field"),
        arguments("an unknown decision", "open-case", "ignore", 400, "invalid-value"),
        arguments("a sex there is not", "\"male\"", "\"boy\"", 400, "invalid-value"),
        arguments("a script there is not", "latn", "cyrl", 400, "invalid-value"),
        arguments(
            "a birth date in the future",
            NINE_YEARS,
            "\"birthDate\":\"2096-01-01\"",
            422,
            "birth-date-in-future"),
        arguments(
            "a birth date that is no day",
            NINE_YEARS,
            "\"birthDate\":\"2015-02-30\"",
            400,
            "invalid-type"),
        arguments(
            "an adult by birth date",
            NINE_YEARS,
            "\"birthDate\":\"2000-01-01\"",
            422,
            "not-a-child"),
        arguments(
            "an adult by estimate",
            "\"estimatedAgeYears\":9",
            "\"estimatedAgeYears\":18",
            422,
            "not-a-child"),
        arguments("no age", NINE_YEARS + ",", "", 422, "age-missing"),
        arguments("an age without basis", ",\"ageBasis\":\"stated\"", "", 422, "age-missing"),
        arguments("a language there is not", "\"ps\"", "\"xx\"", 422, "code-unknown"),
        arguments(
            "a concern there is not",
            "\"concerns\":[]",
            "\"concerns\":[\"bad_mood\"]",
            422,
            "code-unknown"),
        arguments("no search", "\"searchToken\"", "\"reason\"", 409, "search-required"),
        arguments("no child", "\"child\":{", "\"child\":null,\"x\":{", 400, "unknown-field"));
  }

  @ParameterizedTest(name = "{0} is refused")
  @MethodSource("badTriages")
  void aTriageThatCannotBe(String what, String part, String other, int status, String code) {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String body = openCaseBody(Persona.SOCIAL_WORKER, "Zarghuna", NINE_YEARS);
    assertThat(body).as(what).contains(part);
    Map<String, Long> before = Backstage.rows();
    Response answer =
        triage(
            Persona.SOCIAL_WORKER,
            report.path("id"),
            report.header("ETag"),
            body.replace(part, other));
    answer.then().statusCode(status).body("code", equalTo(code));
    assertThat(answer.asString()).doesNotContain("Zarghuna", "Invented", "0300-0000", "03000000");
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void aCaseWithoutAChildIsRefused() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    refused(
        report,
        "{\"decision\":\"open-case\",\"triagedAt\":\"%s\",\"searchToken\":\"%s\"}"
            .formatted(Instant.now(), searchToken(Persona.SOCIAL_WORKER, "Anybody")),
        422,
        "child-missing");
  }

  @Test
  void aTriageBeforeTheReportOrAfterNowIsRefused() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String token = searchToken(Persona.SOCIAL_WORKER, "Marwa");
    String child = child("Marwa", "Invented Father", NINE_YEARS);
    refused(
        report,
        triage(token, Instant.now().minus(Duration.ofDays(2)), child),
        422,
        "triage-before-report");
    refused(
        report, triage(token, Instant.now().plus(Duration.ofDays(1)), child), 422, "in-the-future");
  }

  @Test
  void aReportIsTriagedOnceOnly() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String body = openCaseBody(Persona.SOCIAL_WORKER, "Spinghar", NINE_YEARS);
    triage(Persona.SOCIAL_WORKER, report.path("id"), report.header("ETag"), body)
        .then()
        .statusCode(201);
    refused(report, body, 409, "already-triaged");
    refused(report, noConcern("second thoughts"), 409, "already-triaged");
  }

  @Test
  void aStaleOrMissingOrMalformedVersionIsRefused() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String body = openCaseBody(Persona.SOCIAL_WORKER, "Lmar", NINE_YEARS);
    Map<String, Long> before = Backstage.rows();
    triage(Persona.SOCIAL_WORKER, report.path("id"), "\"v7\"", body)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    triage(Persona.SOCIAL_WORKER, report.path("id"), "latest", body).then().statusCode(400);
    as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body)
        .post("/v1/concern-reports/" + report.path("id") + "/triage")
        .then()
        .statusCode(428)
        .body("code", equalTo("precondition-required"));
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", report.header("ETag"))
        .body(body)
        .post("/v1/concern-reports/" + report.path("id") + "/triage")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-missing"));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void aSearchOfAnHourAgoIsTooOldAndOneOfJustNowIsNot() {
    Response report = waiting(Persona.SOCIAL_WORKER);
    String body = openCaseBody(Persona.SOCIAL_WORKER, "Hila", NINE_YEARS);
    clock.advance(Duration.ofMinutes(60));
    refused(report, body, 409, "search-expired");
    clock.advance(Duration.ofMinutes(-2));
    triage(Persona.SOCIAL_WORKER, report.path("id"), report.header("ETag"), body)
        .then()
        .statusCode(201);
  }

  @Test
  void noConcernIsDecidedWithAReasonAndNotWithout() {
    Response report = waiting(Persona.PROTECTION_OFFICER);
    refused(report, noConcern(" "), 422, "reason-needed");
    refused(
        report,
        "{\"decision\":\"no-concern\",\"triagedAt\":\"%s\"}".formatted(Instant.now()),
        422,
        "reason-needed");
    Response decided =
        triage(
            Persona.SOCIAL_WORKER,
            report.path("id"),
            report.header("ETag"),
            noConcern("A television was heard."));
    decided
        .then()
        .statusCode(200)
        .body("state", equalTo("triaged"))
        .body("decision", equalTo("no-concern"))
        .body("decisionReason", equalTo("A television was heard."))
        .body("caseId", nullValue());
    assertThat(decided.header("ETag")).isNotEqualTo(report.header("ETag"));
    refused(report, noConcern("again"), 409, "already-triaged");
  }

  @Test
  void whoTookAReportForAnotherUnitReadsItAndDoesNotTriageIt() {
    Response report =
        record(
            Persona.OTHER_UNIT_SOCIAL_WORKER, report("peshawar", Instant.now().minusSeconds(60)));
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .get("/v1/concern-reports/" + report.path("id"))
        .then()
        .statusCode(200);
    String body = openCaseBody(Persona.OTHER_UNIT_SOCIAL_WORKER, "Yaqub", NINE_YEARS);
    Map<String, Long> before = Backstage.rows();
    triage(Persona.OTHER_UNIT_SOCIAL_WORKER, report.path("id"), report.header("ETag"), body)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    assertThat(Backstage.rows()).isEqualTo(before);
    assertThat(Backstage.audit("TRIAGE_CONCERN_REPORT", report.path("id")))
        .containsExactly("refused relation:OTHER_UNIT");
  }

  @Test
  void aSupervisorTakesAReportOfADistrictWithoutUnitIntoTheirOwn() {
    Response report =
        record(Persona.HELPLINE_OPERATOR, report("torghar", Instant.now().minusSeconds(60)));
    String caseId =
        triage(
                Persona.OTHER_UNIT_SUPERVISOR,
                report.path("id"),
                report.header("ETag"),
                openCaseBody(Persona.OTHER_UNIT_SUPERVISOR, "Mirwais", NINE_YEARS))
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("unitId", equalTo(Persona.MARDAN))
        .body("districtCode", equalTo("torghar"));
  }

  @Test
  void happenedAndRecordedAreTwoTimes() {
    Instant said = Instant.parse("2026-11-02T04:00:00Z");
    Instant decided = Instant.parse("2026-11-02T05:00:00Z");
    clock.stopAt(Instant.parse("2026-11-09T06:00:00Z"));
    Response report = record(Persona.SOCIAL_WORKER, report("peshawar", said));
    report
        .then()
        .statusCode(201)
        .body("receivedAt", equalTo(said.toString()))
        .body("recordedAt", equalTo("2026-11-09T06:00:00Z"));
    String caseId =
        triage(
                Persona.SOCIAL_WORKER,
                report.path("id"),
                report.header("ETag"),
                triage(
                    searchToken(Persona.SOCIAL_WORKER, "Nazo"),
                    decided,
                    child("Nazo", "Invented Father", NINE_YEARS)))
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + caseId)
        .then()
        .body("openedAt", equalTo(decided.toString()))
        .body("recordedAt", equalTo("2026-11-09T06:00:00Z"))
        .body("tasks[0].dueAt", equalTo("2026-11-03T05:00:00Z"))
        .body("tasks[0].overdue", equalTo(true));
  }

  @Test
  void aKnownBirthDateIsKeptToTheDayAndGivesTheAge() {
    clock.stopAt(Instant.parse("2026-11-21T06:00:00Z"));
    Instant at = Instant.parse("2026-11-21T05:00:00Z");
    Response report = record(Persona.SOCIAL_WORKER, report("peshawar", at));
    String caseId =
        triage(
                Persona.SOCIAL_WORKER,
                report.path("id"),
                report.header("ETag"),
                triage(
                    searchToken(Persona.SOCIAL_WORKER, "Ajmal"),
                    at,
                    child("Ajmal", "Invented Father", "\"birthDate\":\"2008-11-22\"")))
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + caseId)
        .then()
        .body("child.birthDate", equalTo("2008-11-22"))
        .body("child.ageYears", equalTo(17))
        .body("child.ageBasis", equalTo("birth-date"));
  }

  @Test
  void theCaseTakesOverTheReportsConcernsUnlessOthersAreGiven() {
    String taken = openCase(Persona.SOCIAL_WORKER, "Sangar", NINE_YEARS);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + taken)
        .then()
        .body("concerns[0]", equalTo("physical_abuse"));
    Response report = waiting(Persona.SOCIAL_WORKER);
    String body =
        openCaseBody(Persona.SOCIAL_WORKER, "Sangin", NINE_YEARS)
            .replace("\"concerns\":[]", "\"concerns\":[\"missing\"]");
    String given =
        triage(Persona.SOCIAL_WORKER, report.path("id"), report.header("ETag"), body)
            .path("caseId");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + given)
        .then()
        .body("concerns[0]", equalTo("missing"));
  }

  private static void refused(Response report, String body, int status, String code) {
    Map<String, Long> before = Backstage.rows();
    triage(Persona.SOCIAL_WORKER, report.path("id"), report.header("ETag"), body)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
    assertThat(Backstage.rows()).isEqualTo(before);
  }
}
