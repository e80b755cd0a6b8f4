package org.hifazat.cases.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.child;
import static org.hifazat.cases.Requests.record;
import static org.hifazat.cases.Requests.report;
import static org.hifazat.cases.Requests.searchToken;
import static org.hifazat.cases.Requests.triage;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.cases.RoundTrips;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A child is found by whatever is known of them; beyond reach only what prevents a duplicate. */
@HifazatTest(service = "cases")
class FindAChildTest {
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  private String given = "";
  private String father = "";
  private String caseId = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    given = "Zarak" + letters();
    father = "Shahbaz" + letters();
    Instant at = Instant.now().minusSeconds(60);
    Response report = record(ME, report("peshawar", at));
    caseId =
        triage(
                ME,
                report.path("id"),
                report.header("ETag"),
                triage(
                    searchToken(ME, given),
                    at,
                    child(given, father, "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"")))
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
  }

  private static ValidatableResponse search(Persona persona, String terms) {
    return as(persona).body("{" + terms + "}").post("/v1/child-searches").then().statusCode(200);
  }

  private String named(String more) {
    return "\"names\":{\"given\":\"" + given + "\"}" + more;
  }

  @Test
  void theFathersNameAloneFindsAndIsNeverEnoughToBeTheSame() {
    search(ME, "\"names\":{\"father\":\"" + father + "\"}")
        .body("matches.caseId", hasItem(caseId))
        .body("matches.find { it.caseId == '" + caseId + "' }.likeness", equalTo("close"));
  }

  @Test
  void theNumberOfACaseFindsItHoweverItIsTyped() {
    String number =
        Backstage.texts("select number from case_file where id = ?::uuid", caseId).getFirst();
    search(ME, "\"caseNumber\":\"" + number.toLowerCase(java.util.Locale.ROOT) + "\"")
        .body("matches.size()", equalTo(1))
        .body("matches[0].caseId", equalTo(caseId))
        .body("matches[0].likeness", equalTo("same"))
        .body("matches[0].displayName", equalTo(given));
    search(ME, "\"caseNumber\":\"KP-1999-000000\"").body("matches.size()", equalTo(0));
  }

  @Test
  void beyondReachANumberTellsNoMoreThanANameDoes() {
    Backstage.execute(
        "update case_file set unit_id = ?::uuid, owner_id = null where id = ?::uuid",
        Persona.MARDAN,
        caseId);
    String number =
        Backstage.texts("select number from case_file where id = ?::uuid", caseId).getFirst();
    for (String terms : new String[] {named(""), "\"caseNumber\":\"" + number + "\""}) {
      String match = "matches.find { it.caseNumber == '" + number + "' }.";
      search(ME, terms)
          .body(match + "withinReach", equalTo(false))
          .body(match + "unitId", equalTo(Persona.MARDAN))
          .body(match + "ageBand", notNullValue())
          .body(match + "caseId", nullValue())
          .body(match + "childId", nullValue())
          .body(match + "displayName", nullValue());
    }
  }

  @Test
  void aColleaguesCaseIsFoundWithoutTheChildsName() {
    search(Persona.COLLEAGUE, named(""))
        .body("matches.find { it.caseId == '" + caseId + "' }.withinReach", equalTo(true))
        .body("matches.find { it.caseId == '" + caseId + "' }.displayName", nullValue());
  }

  @ParameterizedTest(name = "narrowed by {0}: found {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "districtCode":"peshawar" | true
          "districtCode":"mardan"   | false
          "ageYears":10             | true
          "ageYears":16             | false
          "sex":"male"              | true
          "sex":"female"            | false""")
  void districtAgeAndSexNarrowWhatANameFinds(String narrow, boolean found) {
    search(ME, named("," + narrow))
        .body("matches.caseId", found ? hasItem(caseId) : not(hasItem(caseId)));
  }

  @Test
  void aPhoneFindsWhateverElseIsSaidOfTheChild() {
    search(ME, "\"phone\":\"0300-0000987\",\"sex\":\"female\",\"districtCode\":\"mardan\"")
        .body("matches[0].likeness", equalTo("same"));
  }

  @Test
  void aSearchThatWouldNotHaveFoundTheChildIsNoProofForRegisteringIt() {
    Instant at = Instant.now().minusSeconds(60);
    Response report = record(ME, report("peshawar", at));
    String nine = child(given, father, "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"");
    for (String[] narrow :
        new String[][] {
          {named(",\"sex\":\"female\""), "search-left-child-out"},
          {named(",\"ageYears\":16"), "search-left-child-out"},
          {named(",\"districtCode\":\"mardan\""), "search-left-child-out"},
          {
            "\"names\":{\"given\":\"" + given + "\",\"father\":\"Bakhtiar\"}",
            "search-does-not-match"
          }
        }) {
      String token = search(ME, narrow[0]).extract().path("searchToken");
      triage(ME, report.path("id"), report.header("ETag"), triage(token, at, nine))
          .then()
          .statusCode(409)
          .body("code", equalTo(narrow[1]));
    }
    String fits =
        search(
                ME,
                "\"names\":{\"given\":\"%s\",\"father\":\"%s\"},\"sex\":\"male\",\"ageYears\":10,\"districtCode\":\"peshawar\""
                    .formatted(given, father))
            .extract()
            .path("searchToken");
    triage(ME, report.path("id"), report.header("ETag"), triage(fits, at, nine))
        .then()
        .statusCode(201);
  }

  @Test
  void moreThanTwentyAreSaidAndNotSilentlyCut() {
    search(ME, named("")).body("matches.size()", equalTo(1)).body("more", equalTo(false));
    Backstage.execute(
        """
        with copy as materialized (
          select gen_random_uuid() as child, gen_random_uuid() as file from generate_series(1, 20)),
        children as (
          insert into child select made.* from copy, case_file f, child c,
            jsonb_populate_record(c, jsonb_build_object('id', copy.child)) made
            where f.id = ?::uuid and c.id = f.child_id),
        files as (
          insert into case_file select made.* from copy, case_file f,
            jsonb_populate_record(f, jsonb_build_object('id', copy.file, 'child_id', copy.child,
              'number', 'KP-' || copy.file, 'unit_id', ?::uuid, 'owner_id', null, 'concern_report_id', null)) made
            where f.id = ?::uuid)
        insert into child_search_key select made.* from copy, case_file f, child_search_key k,
          jsonb_populate_record(k, jsonb_build_object('child_id', copy.child)) made
          where f.id = ?::uuid and k.child_id = f.child_id\
        """,
        caseId,
        Persona.MARDAN,
        caseId,
        caseId);
    search(ME, named("")).body("matches.size()", equalTo(20)).body("more", equalTo(true));
    search(ME, named(",\"districtCode\":\"mardan\"")).body("more", equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"districtCode\":\"peshawar\"",
        "\"ageYears\":9,\"sex\":\"male\"",
        "\"names\":{\"father\":\"\"}",
        "\"caseNumber\":\"' or 1=1 --\"",
        "\"caseNumber\":\"KP\""
      })
  void lookingForNobodyInParticularIsRefused(String terms) {
    as(ME)
        .body("{" + terms + "}")
        .post("/v1/child-searches")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
  }

  @Test
  void everyWayToSearchCostsTheSameAndIsAudited() {
    int byName =
        RoundTrips.least(ME, as -> as.body("{" + named("") + "}").post("/v1/child-searches"));
    int byNumber =
        RoundTrips.least(
            ME, as -> as.body("{\"caseNumber\":\"KP-1999-000000\"}").post("/v1/child-searches"));
    assertThat(byNumber).isLessThanOrEqualTo(byName);
    assertThat(Backstage.audit("SEARCH_CHILDREN", ME.staffId().orElseThrow()))
        .anyMatch(row -> row.startsWith("performed matches-"));
    System.out.println("FIGURE round trips of POST /v1/child-searches: " + byName);
  }

  private static String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      letters.append("bdfglmnrst".charAt((int) (Math.random() * 10))).append('a');
    }
    return letters.toString();
  }
}
