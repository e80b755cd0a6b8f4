package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.child;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.searchToken;
import static org.hifazat.cases.Requests.triage;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "cases")
class FromReportToCaseTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject Housekeeping housekeeping;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aReportOfTheHelplineReachesTheQueueOfTheUnitThatServesTheDistrict() {
    Response taken =
        record(Persona.HELPLINE_OPERATOR, report("peshawar", Instant.now().minusSeconds(5)));
    taken.then().statusCode(201).body("unitId", equalTo(Persona.PESHAWAR));
    String id = taken.path("id");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/concern-reports?state=waiting&limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items[0].narrative", nullValue())
        .body("items[0].place", nullValue());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/concern-reports/" + id)
        .then()
        .statusCode(200)
        .body("narrative", equalTo("A neighbour hears a child cry at night."))
        .body("place.tehsil", equalTo("Shah Alam"))
        .body("place.unionCouncil", equalTo("Invented Council"));
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .get("/v1/concern-reports?state=waiting&limit=100")
        .then()
        .body("items.id", not(hasItem(id)));
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .get("/v1/concern-reports/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void aReportFromADistrictWithoutAUnitWaitsBeforeEverySupervisorAndNobodyElse() {
    String id =
        record(Persona.HELPLINE_OPERATOR, report("torghar", Instant.now().minusSeconds(5)))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/concern-reports/" + id).then().statusCode(200);
    as(Persona.SOCIAL_WORKER).get("/v1/concern-reports/" + id).then().statusCode(404);
  }

  @Test
  void aCaseIsOpenedAfterASearchAndItsFirstClockRuns() {
    String id = openCase(Persona.SOCIAL_WORKER, "Zarak Khan", NINE_YEARS);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("child.names.given", equalTo("Zarak Khan"))
        .body("child.ageBand", equalTo("6-11"))
        .body("state", equalTo("identified"))
        .body("ownerId", equalTo(Persona.SOCIAL_WORKER.staffId().orElseThrow().toString()))
        .body(
            "tasks.kind", contains("initial-assessment", "comprehensive-assessment", "case-plan"));
  }

  @Test
  void aColleagueSeesTheLineAndNotTheCase() {
    String id = openCase(Persona.SOCIAL_WORKER, "Gulalai", NINE_YEARS);
    as(Persona.COLLEAGUE)
        .get("/v1/cases?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items.find { it.id == '" + id + "' }.displayName", nullValue());
    as(Persona.COLLEAGUE).get("/v1/cases/" + id).then().statusCode(403);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("child.names.given", equalTo("Gulalai"));
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id).then().statusCode(404);
    assertThat(
            Directory.count(
                database,
                "select count(*) from audit_record where outcome = 'refused' and subject_id = '"
                    + id
                    + "'"))
        .as("the refused attempt is on record")
        .isPositive();
  }

  @Test
  void registeringWithoutASearchIsRefused() {
    Instant at = Instant.now().minusSeconds(60);
    Response report = record(Persona.SOCIAL_WORKER, report("peshawar", at));
    String noSearch = UUID.randomUUID().toString();
    triage(
            Persona.SOCIAL_WORKER,
            report.path("id"),
            report.header("ETag"),
            triage(noSearch, at, child("Palwasha", "Invented", NINE_YEARS)))
        .then()
        .statusCode(409)
        .body("code", equalTo("search-required"));
    String anothers = searchToken(Persona.COLLEAGUE, "Palwasha");
    triage(
            Persona.SOCIAL_WORKER,
            report.path("id"),
            report.header("ETag"),
            triage(anothers, at, child("Palwasha", "Invented", NINE_YEARS)))
        .then()
        .statusCode(409)
        .body("code", equalTo("search-required"));
  }

  @Test
  void aChildIsRegisteredUnderTheNameThatWasSearchedForOnly() {
    Instant at = Instant.now().minusSeconds(60);
    Response report = record(Persona.SOCIAL_WORKER, report("peshawar", at));
    String token = searchToken(Persona.SOCIAL_WORKER, "Palwasha");
    for (String other : new String[] {"Zarmina", "Zarmina Bibi"}) {
      Response refused =
          triage(
              Persona.SOCIAL_WORKER,
              report.path("id"),
              report.header("ETag"),
              triage(token, at, child(other, "Invented", NINE_YEARS)));
      refused.then().statusCode(409).body("code", equalTo("search-does-not-match"));
      assertThat(refused.asString()).doesNotContain(other, "Palwasha");
    }
    triage(
            Persona.SOCIAL_WORKER,
            report.path("id"),
            report.header("ETag"),
            triage(token, at, child("پلوشہ", "Invented", NINE_YEARS)))
        .then()
        .statusCode(201);
  }

  @Test
  void aSearchForANumberDoesNotProveThatTheNameIsUnknown() {
    Instant at = Instant.now().minusSeconds(60);
    Response report = record(Persona.SOCIAL_WORKER, report("peshawar", at));
    String token =
        as(Persona.SOCIAL_WORKER)
            .body("{\"phone\":\"0300-0000321\"}")
            .post("/v1/child-searches")
            .then()
            .statusCode(200)
            .extract()
            .path("searchToken");
    triage(
            Persona.SOCIAL_WORKER,
            report.path("id"),
            report.header("ETag"),
            triage(token, at, child("Palwasha", "Invented", NINE_YEARS)))
        .then()
        .statusCode(409)
        .body("code", equalTo("search-does-not-match"));
  }

  @Test
  void proofsOfSearchesGoADayAfterTheyExpired() {
    searchToken(Persona.SOCIAL_WORKER, "Palwasha");
    long before = Backstage.count("select count(*) from child_search");
    clock.advance(Duration.ofHours(24));
    housekeeping.runAll();
    assertThat(Backstage.count("select count(*) from child_search")).isEqualTo(before);
    clock.advance(Duration.ofHours(2));
    housekeeping.runAll();
    assertThat(Backstage.count("select count(*) from child_search")).isZero();
  }

  @Test
  void aChildIsFoundAgainInAnotherScriptAndOnlyTheOwnUnitLearnsMore() {
    String id = openCase(Persona.SOCIAL_WORKER, "Shahzeb Yusufzai", NINE_YEARS);
    String urdu = "{\"names\":{\"given\":\"شاہزیب یوسفزئی\"}}";
    as(Persona.SOCIAL_WORKER)
        .body(urdu)
        .post("/v1/child-searches")
        .then()
        .statusCode(200)
        .body("matches.caseId", hasItem(id))
        .body(
            "matches.find { it.caseId == '" + id + "' }.displayName", equalTo("Shahzeb Yusufzai"));
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .body(urdu)
        .post("/v1/child-searches")
        .then()
        .statusCode(200)
        .body("matches[0].withinReach", equalTo(false))
        .body("matches[0].caseId", nullValue())
        .body("matches[0].displayName", nullValue())
        .body("matches[0].unitId", equalTo(Persona.PESHAWAR));
  }

  @Test
  void anAssessmentSetsTheRiskStopsItsClockAndStartsTheOneOfTheResponse() {
    String id = openCase(Persona.SOCIAL_WORKER, "Torpekai", NINE_YEARS);
    Instant conducted = Instant.parse("2026-11-20T06:00:00Z");
    assessed(id, "high", conducted, UUID.randomUUID());
    Awaitility.await("the level arrives")
        .untilAsserted(
            () ->
                as(Persona.SOCIAL_WORKER)
                    .get("/v1/cases/" + id)
                    .then()
                    .body("riskLevel", equalTo("high")));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("state", equalTo("identified"))
        .body("tasks.find { it.kind == 'initial-assessment' }.state", equalTo("done"))
        .body("tasks.find { it.kind == 'first-response' }.dueAt", equalTo("2026-11-21T06:00:00Z"));
  }

  @Test
  void anAssessmentThatWouldLowerTheRiskLeavesItForASupervisor() {
    String id = openCase(Persona.SOCIAL_WORKER, "Spogmai", NINE_YEARS);
    assessed(id, "high", Instant.parse("2026-11-20T06:00:00Z"), UUID.randomUUID());
    UUID lower = UUID.randomUUID();
    assessed(id, "low", Instant.parse("2026-11-20T09:00:00Z"), lower);
    Awaitility.await("the second assessment is kept")
        .until(
            () ->
                Directory.count(
                        database, "select count(*) from inbox where event_id = '" + lower + "'")
                    == 1);
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().body("riskLevel", equalTo("high"));
  }

  static void assessed(String caseId, String level, Instant conducted, UUID event) {
    Events.send(
        "hifazat.assessments.v1",
        "org.hifazat.assessments.assessment-completed.v1",
        caseId,
        1,
        event,
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"kp-risk-matrix","instrumentVersion":"1",
         "riskLevel":"%s","score":6,"redFlags":[],"conductedAt":"%s","recordedAt":"%s"}\
        """
            .formatted(UUID.randomUUID(), caseId, level, conducted, conducted));
  }
}
