package org.hifazat.cases.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.people.People.add;
import static org.hifazat.cases.people.People.addPlace;
import static org.hifazat.cases.people.People.change;
import static org.hifazat.cases.people.People.person;
import static org.hifazat.cases.people.People.persons;
import static org.hifazat.cases.people.People.place;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Database;
import org.hifazat.cases.Directory;
import org.hifazat.cases.RoundTrips;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom a child lives with, trusts and fears. */
@HifazatTest(service = "cases")
class PeopleTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;
  @Inject CallerContext callers;
  @Inject MutableClock clock;

  private String caseId = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    caseId = openCase(ME, "Palwasha", NINE_YEARS);
  }

  @Test
  void householdAndCaregiversAreKeptWithSinceWhenAndUntilWhen() {
    add(
            ME,
            caseId,
            person(
                "mother",
                "Invented Mother",
                "\"household\",\"caregiver\"",
                ",\"phone\":\"0300-0000456\",\"identityNumber\":\"17301-7654321-2\",\"sex\":\"female\","
                    + "\"birthYear\":1990,\"address\":\"The same house\",\"note\":\"Comes by bus.\","
                    + "\"validFrom\":\"2017-03-01\""))
        .then()
        .statusCode(201)
        .header("ETag", "\"v0\"")
        .body("identityNumber", equalTo("17301-7654321-2"))
        .body("current", equalTo(true));
    Response uncle = add(ME, caseId, person("uncle", "Invented Uncle", "\"household\"", ""));
    change(
            ME,
            caseId,
            uncle.path("id"),
            uncle.header("ETag"),
            person("uncle", "Invented Uncle", "\"household\"", ",\"validTo\":\"2026-01-31\""))
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .body("current", equalTo(false));
    persons(ME, caseId)
        .then()
        .statusCode(200)
        .body("items.relation", contains("mother", "uncle"))
        .body("items.current", contains(true, false))
        .body("items[0].name", equalTo("Invented Mother"))
        .body("items[0].roles", contains("caregiver", "household"))
        .body("items[0].validFrom", equalTo("2017-03-01"))
        .body("items[1].etag", equalTo("\"v1\""));
    as(ME)
        .get("/v1/cases/" + caseId + "/persons/" + uncle.path("id"))
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .body("validTo", equalTo("2026-01-31"));
    assertThat(
            Backstage.texts(
                "select kind || ' ' || codes[1] from timeline_entry where case_id = ?::uuid and kind like 'person-%' order by recorded_at",
                caseId))
        .containsExactly("person-added mother", "person-added uncle", "person-left uncle");
  }

  @Test
  void aPersonOfConcernInTheHouseholdStandsOnTheCaseAndItsLineWhileTheyLiveThere() {
    Response stepfather =
        add(
            ME,
            caseId,
            person("step-father", "Invented Man", "\"household\",\"person-of-concern\"", ""));
    warnings(ME, "person-of-concern-in-household");
    warnings(Persona.SUPERVISOR, "person-of-concern-in-household");
    line(Persona.COLLEAGUE);
    change(
            ME,
            caseId,
            stepfather.path("id"),
            "\"v0\"",
            person(
                "step-father",
                "Invented Man",
                "\"household\",\"person-of-concern\",\"caregiver\"",
                ""))
        .then()
        .statusCode(200);
    warnings(ME, "person-of-concern-in-household", "person-of-concern-is-caregiver");
    change(
            ME,
            caseId,
            stepfather.path("id"),
            "\"v1\"",
            person(
                "step-father",
                "Invented Man",
                "\"household\",\"person-of-concern\"",
                ",\"validTo\":\"2026-01-31\""))
        .then()
        .statusCode(200);
    warnings(ME);
  }

  @Test
  void aPersonOfConcernElsewhereIsNoWarningOfTheHousehold() {
    add(ME, caseId, person("neighbour", "Invented Man", "\"person-of-concern\"", ""));
    warnings(ME);
  }

  private void warnings(Persona persona, String... codes) {
    as(persona)
        .get("/v1/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("warnings", containsInAnyOrder(codes));
    line(persona, codes);
  }

  private void line(Persona persona, String... codes) {
    as(persona)
        .get("/v1/cases?limit=100")
        .then()
        .body("items.find { it.id == '" + caseId + "' }.warnings", containsInAnyOrder(codes));
  }

  @Test
  void safeAdultsAndSafePlacesAreKnownByName() {
    add(
            ME,
            caseId,
            person("aunt", "Invented Aunt", "\"safe-adult\"", ",\"phone\":\"0300-0000457\""))
        .then()
        .statusCode(201);
    Response house =
        addPlace(
            ME,
            caseId,
            place("Invented house", ",\"directions\":\"By the mill\",\"contact\":\"Ask for A.\""));
    house.then().statusCode(201).body("current", equalTo(true));
    as(ME)
        .header("If-Match", house.header("ETag"))
        .body(place("Invented house", ",\"validTo\":\"2026-01-31\""))
        .put("/v1/cases/" + caseId + "/safe-places/" + house.path("id"))
        .then()
        .statusCode(200)
        .body("current", equalTo(false))
        .body("directions", nullValue());
    as(ME)
        .get("/v1/cases/" + caseId + "/safe-places")
        .then()
        .body("items", hasSize(1))
        .body("items[0].etag", equalTo("\"v1\""));
  }

  @Test
  void theOneAChildFearsIsNoSafeAdult() {
    refused(
        person("uncle", "Invented", "\"safe-adult\",\"person-of-concern\"", ""),
        422,
        "person-of-concern-not-safe");
  }

  static Stream<Arguments> badPersons() {
    return Stream.of(
        Arguments.of("an unknown relation", "uncle", "admirer", 422, "code-unknown"),
        Arguments.of("an unknown role", "household", "landlord", 400, "invalid-value"),
        Arguments.of("no name", "\"Invented\"", "\" \"", 400, "invalid-value"),
        Arguments.of("letters for a phone", "0300-0000000", "call him", 400, "invalid-value"),
        Arguments.of("a day to come", "2020-01-01", "2190-01-01", 422, "in-the-future"),
        Arguments.of(
            "an end before the beginning",
            "2021-01-01",
            "2019-01-01",
            422,
            "period-ends-before-it-begins"),
        Arguments.of(
            "a field nobody knows", "\"name\"", "\"tribe\":\"x\",\"name\"", 400, "unknown-field"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badPersons")
  void whatCannotBeSaidOfAPersonIsRefused(
      String what, String part, String by, int status, String code) {
    String good =
        person(
            "uncle",
            "Invented",
            "\"household\"",
            ",\"phone\":\"0300-0000000\",\"validFrom\":\"2020-01-01\",\"validTo\":\"2021-01-01\"");
    refused(good.replace(part, by), status, code);
  }

  private void refused(String body, int status, String code) {
    add(ME, caseId, body).then().statusCode(status).body("code", equalTo(code));
    persons(ME, caseId).then().body("items", empty());
  }

  @Test
  void whatIsSentTwiceIsKeptOnce() {
    String key = UUID.randomUUID().toString();
    String body = person("mother", "Invented Mother", "\"household\"", "");
    for (int i = 0; i < 2; i++) {
      as(ME)
          .header("Idempotency-Key", key)
          .body(body)
          .post("/v1/cases/" + caseId + "/persons")
          .then()
          .statusCode(201);
    }
    persons(ME, caseId).then().body("items", hasSize(1));
    as(ME).body(body).post("/v1/cases/" + caseId + "/persons").then().statusCode(400);
  }

  @Test
  void theSecondOfTwoWhoChangeAPersonIsTold() {
    Response mother = add(ME, caseId, person("mother", "Invented", "\"household\"", ""));
    String body = person("mother", "Invented Again", "\"household\"", "");
    change(ME, caseId, mother.path("id"), "\"v0\"", body).then().statusCode(200);
    change(Persona.SUPERVISOR, caseId, mother.path("id"), "\"v0\"", body)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
  }

  @Test
  void aPersonOfAnotherCaseIsNotReachedThroughOnesOwn() {
    String theirs = openCase(Persona.SUPERVISOR, "Spogmai", NINE_YEARS);
    Response person =
        add(Persona.SUPERVISOR, theirs, person("mother", "Invented", "\"household\"", ""));
    Response place = addPlace(Persona.SUPERVISOR, theirs, place("Invented house", ""));
    change(
            ME,
            caseId,
            person.path("id"),
            "\"v0\"",
            person("mother", "Changed", "\"household\"", ""))
        .then()
        .statusCode(404);
    as(ME).get("/v1/cases/" + caseId + "/persons/" + person.path("id")).then().statusCode(404);
    as(ME)
        .header("If-Match", "\"v0\"")
        .body(place("Changed", ""))
        .put("/v1/cases/" + caseId + "/safe-places/" + place.path("id"))
        .then()
        .statusCode(404);
    persons(Persona.SUPERVISOR, theirs).then().body("items[0].name", equalTo("Invented"));
  }

  @Test
  void nobodyElseReadsOrChangesThem() {
    add(ME, caseId, person("mother", "Invented", "\"household\"", ""));
    persons(Persona.COLLEAGUE, caseId).then().statusCode(403);
    persons(Persona.OTHER_UNIT_SUPERVISOR, caseId).then().statusCode(404);
    add(Persona.COLLEAGUE, caseId, person("aunt", "Invented", "", "")).then().statusCode(403);
    addPlace(Persona.COLLEAGUE, caseId, place("Invented", "")).then().statusCode(403);
    persons(ME, caseId).then().body("items", hasSize(1));
    Database app = new Database(database, callers);
    addPlace(ME, caseId, place("Invented", "")).then().statusCode(201);
    for (String table : List.of("case_person", "safe_place")) {
      String sql = "select count(*) from " + table + " where case_id = '" + caseId + "'";
      assertThat(app.seen(Database.caller(ME), sql)).as(table).isOne();
      for (Persona other :
          List.of(Persona.OTHER_UNIT_SUPERVISOR, Persona.PSYCHOLOGIST, Persona.HELPLINE_OPERATOR)) {
        assertThat(app.seen(Database.caller(other), sql)).as(table + other).isZero();
      }
    }
  }

  @Test
  void aCaregiversPhoneFindsTheChild() {
    String phone = "0301-%07d".formatted((int) (Math.random() * 9_999_999));
    add(ME, caseId, person("mother", "Invented", "\"caregiver\"", ",\"phone\":\"" + phone + "\""))
        .then()
        .statusCode(201);
    as(ME)
        .body("{\"phone\":\"" + phone + "\"}")
        .post("/v1/child-searches")
        .then()
        .body("matches.caseId", hasItem(caseId));
  }

  @Test
  void thirtyPersonsCostAsManyStatementsAsOne() {
    add(ME, caseId, person("mother", "Invented", "\"household\"", ""));
    int one = RoundTrips.least(ME, as -> as.get("/v1/cases/" + caseId + "/persons"));
    for (int i = 0; i < 29; i++) {
      add(ME, caseId, person("cousin", "Invented", "\"household\"", ""));
    }
    assertThat(RoundTrips.least(ME, as -> as.get("/v1/cases/" + caseId + "/persons")))
        .isEqualTo(one);
    System.out.println("FIGURE round trips of GET /v1/cases/{id}/persons: " + one);
  }

  @Test
  void aWarningEndsWithTheDayThePersonLeft() {
    clock.stopAt(clock.instant());
    add(
            ME,
            caseId,
            person(
                "uncle",
                "Invented",
                "\"household\",\"person-of-concern\"",
                ",\"validTo\":\"" + org.hifazat.cases.KarachiTime.day(clock.instant()) + "\""))
        .then()
        .statusCode(201);
    warnings(ME, "person-of-concern-in-household");
    clock.advance(Duration.ofDays(1));
    warnings(ME);
  }
}
