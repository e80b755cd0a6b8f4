package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Children registered twice: found, explained, looked at and decided on. */
@HifazatTest(service = "cases")
class DuplicateTest {
  @Inject DataSource database;
  @Inject MatchChildren matching;
  @Inject CallerContext callers;

  private final Twins twins = new Twins();

  @BeforeEach
  void begin() {
    Twins.alone();
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aChildWrittenInAnotherScriptIsFoundAndTheWeightsAreExplained() {
    String first = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String second = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, first, second);
    Response seen = as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair);
    seen.then()
        .statusCode(200)
        .body("zone", equalTo("likely"))
        .body("state", equalTo("open"))
        .body("weight", greaterThan(10f))
        .body("parts.field", hasItems("given-name", "father-name", "birth", "sex", "phone"))
        .body("parts.find { it.field == 'given-name' }.level", equalTo("sounds-the-same"))
        .body("parts.find { it.field == 'given-name' }.oneIn", greaterThan(1))
        .body("one.withinReach", equalTo(true))
        .body("other.child.givenName", not(nullValue()));
    List<Number> weights = seen.path("parts.weight");
    double sum = weights.stream().mapToDouble(Number::doubleValue).sum();
    assertThat(sum).isCloseTo(seen.<Number>path("weight").doubleValue(), within(0.1));
    assertThat(Backstage.audit("VIEW_DUPLICATE", pair))
        .hasSize(1)
        .first()
        .asString()
        .contains("read");
  }

  @Test
  void aRecordThatCannotBeReadKeepsNobodyElseFromBeingCompared() {
    Assignments.give(UUID.randomUUID(), "low", 1);
    String first = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String second = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    assertThat(twins.pair(Persona.SUPERVISOR, first, second)).isNotBlank();
    assertThat(Backstage.count("select count(*) from child_to_match")).isZero();
    Assignments.dismissAll();
  }

  @Test
  void twoWhoOnlyShareAFamilyAreNotTakenForOne() {
    String phone = Twins.phone();
    String brother =
        twins.open(Persona.SOCIAL_WORKER, "peshawar", "Tariq", twins.father(), 6, phone);
    String other =
        twins.open(Persona.SOCIAL_WORKER, "peshawar", "Bilal", twins.father(), 12, phone);
    matching.matchAll();
    as(Persona.SUPERVISOR)
        .get("/v1/duplicates?limit=100")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.one.caseId in ['%s','%s'] && it.other.caseId in ['%1$s','%2$s'] }"
                .formatted(brother, other),
            hasSize(0));
  }

  @Test
  void aChildsOwnNumberUnderOtherNamesIsForSomebodyToLookAtAndAParentsAmongSiblingsIsNot() {
    String own = number();
    String family = number();
    String one = numbered("Invented Father", 2017, own, number());
    String renamed = numbered("Invented Father", 2011, own, number());
    String registered = numbered("Shehryar Baloch", 2010, number(), own);
    String there = numbered("Tariq Mehmood", 2016, number(), family);
    String sibling = numbered("Tariq Mehmood", 2011, number(), family);
    matching.matchAll();
    for (String pair :
        List.of(
            twins.pair(Persona.SUPERVISOR, one, renamed),
            twins.pair(Persona.SUPERVISOR, one, registered))) {
      as(Persona.SUPERVISOR)
          .get("/v1/duplicates/" + pair)
          .then()
          .body("parts.find { it.field == 'identity-number' }.level", equalTo("same"));
    }
    as(Persona.SUPERVISOR)
        .get("/v1/duplicates?limit=100")
        .then()
        .body(
            "items.findAll { it.one.caseId in ['%s','%s'] && it.other.caseId in ['%1$s','%2$s'] }"
                .formatted(there, sibling),
            hasSize(0));
  }

  /** A child of whom nothing else is as that of another. */
  private static String numbered(String father, int birthYear, String own, String family) {
    String given = new Twins().given();
    Twins twin = new Twins();
    String id = twin.open(Persona.SOCIAL_WORKER, "peshawar", given, father, 9, Twins.phone());
    String body =
        Particulars.full(given)
            .replace("زرمینه", twin.givenInUrdu())
            .replace("فرضی", "")
            .replace(",\"father\":\"\"", "")
            .replace("Invented Father", father)
            .replace("Gulo", twin.given())
            .replace("2017", Integer.toString(birthYear))
            .replace("17301-1234567-2", own)
            .replace(
                "\"phone\":\"0300-0000987\"",
                "\"phone\":\"%s\",\"familyNumber\":\"%s\"".formatted(Twins.phone(), family));
    Particulars.change(Persona.SOCIAL_WORKER, id, "\"v0\"", body).then().statusCode(200);
    return id;
  }

  private static String number() {
    return "17301-%07d-2".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
  }

  @Test
  void aPairOverTwoUnitsStandsBeforeBothAndShowsEachOnlyTheirOwnChild() {
    String ours = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String theirs = twins.urdu(Persona.OTHER_UNIT_SOCIAL_WORKER, "mardan");
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, ours, null);
    shows(Persona.SUPERVISOR, pair, ours, Persona.MARDAN);
    shows(Persona.OTHER_UNIT_SUPERVISOR, pair, theirs, Persona.PESHAWAR);
  }

  private static void shows(Persona supervisor, String pair, String own, String otherUnit) {
    ValidatableResponse seen = as(supervisor).get("/v1/duplicates/" + pair).then().statusCode(200);
    Response response = seen.extract().response();
    boolean oneIsMine = response.<Boolean>path("one.withinReach");
    assertThat(response.<Boolean>path("other.withinReach")).isEqualTo(!oneIsMine);
    String here = oneIsMine ? "one" : "other";
    String there = oneIsMine ? "other" : "one";
    seen.body(here + ".caseId", equalTo(own))
        .body(here + ".child.givenName", not(nullValue()))
        .body(there + ".caseId", nullValue())
        .body(there + ".child", nullValue())
        .body(there + ".displayName", nullValue())
        .body(there + ".caseNumber", not(nullValue()))
        .body(there + ".unitId", equalTo(otherUnit));
  }

  @Test
  void whoHasNeitherOfTheTwoCasesDoesNotSeeThePair() {
    String first = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String second = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, first, second);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/duplicates?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(pair));
    as(Persona.PROTECTION_OFFICER)
        .get("/v1/duplicates?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(pair)));
    as(Persona.PROTECTION_OFFICER).get("/v1/duplicates/" + pair).then().statusCode(403);
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/duplicates/" + pair).then().statusCode(404);
  }

  @Test
  void whatSomebodyDecidedIsKeptAndTheMatcherDoesNotAskAgain() {
    String first = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String second = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, first, second);
    decide(Persona.SOCIAL_WORKER, pair, "unsure")
        .then()
        .statusCode(200)
        .body("state", equalTo("unsure"));
    decide(Persona.SUPERVISOR, pair, "different")
        .then()
        .statusCode(200)
        .body("state", equalTo("different"))
        .body("decisions.decision", equalTo(List.of("unsure", "different")))
        .body(
            "decisions[1].decidedBy",
            equalTo(Persona.SUPERVISOR.staffId().orElseThrow().toString()));
    Backstage.execute(
        "insert into child_to_match (child_id) select child_id from case_file where id = ?::uuid on"
            + " conflict do nothing",
        first);
    assertThat(matching.matchAll()).isPositive();
    as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair).then().body("state", equalTo("different"));
    as(Persona.SUPERVISOR)
        .get("/v1/duplicates?limit=100")
        .then()
        .body("items.id", not(hasItem(pair)))
        .body("items.state", everyItem(equalTo("open")));
  }

  @Test
  void aDecisionOnWhatAnotherHasDecidedMeanwhileIsRefused() {
    String first = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String second = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, first, second);
    String seen = as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair).header("ETag");
    decide(Persona.SOCIAL_WORKER, pair, "unsure").then().statusCode(200);
    Twins.decide(Persona.SUPERVISOR, pair, seen, "different").then().statusCode(412);
    as(Persona.SUPERVISOR)
        .body("{\"decision\":\"different\",\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/v1/duplicates/" + pair + "/decisions")
        .then()
        .statusCode(428);
    Twins.decide(
            Persona.SUPERVISOR,
            pair,
            as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair).header("ETag"),
            "perhaps")
        .then()
        .statusCode(400);
  }

  @Test
  void aPairGoesWhenARecordIsCorrected() {
    String first = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String second = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, first, second);
    Backstage.execute(
        "update child set sex = 'female', birth_year = 2024 where id = (select child_id from"
            + " case_file where id = ?::uuid)",
        second);
    Backstage.execute(
        "delete from child_search_key where purpose = 'phone' and child_id = (select child_id from"
            + " case_file where id = ?::uuid)",
        second);
    matching.matchAll();
    as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair).then().statusCode(404);
  }

  @Test
  void anotherRoleOfTheApplicationReadsNoMarks() {
    twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    Database app = new Database(database, callers);
    for (String table : List.of("child_marks", "child_to_match", "name_frequency")) {
      assertThat(app.seen(Database.caller(Persona.SUPERVISOR), "select count(*) from " + table))
          .as(table)
          .isZero();
    }
    assertThat(
            app.seen(
                Database.caller(Persona.SUPERVISOR),
                "select count(*) from children_sharing_a_block((select array_agg(b) from (select"
                    + " unnest('{1}'::bigint[]) b) x), 10)"))
        .isZero();
  }

  /** Sealed cases will say so in that function; here it is said of one case. */
  @Test
  void aCaseThatMayNotStandBesideOthersIsInNoPairThatAnybodySees() {
    String first = twins.latin(Persona.SOCIAL_WORKER, "peshawar");
    String second = twins.urdu(Persona.SOCIAL_WORKER, "peshawar");
    matching.matchAll();
    String pair = twins.pair(Persona.SUPERVISOR, first, second);
    String etag = as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair).header("ETag");
    mayStandBeside("wanted <> '" + second + "'");
    try {
      as(Persona.SUPERVISOR)
          .get("/v1/duplicates?limit=100")
          .then()
          .statusCode(200)
          .body("items.id", not(hasItem(pair)));
      as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair).then().statusCode(404);
      Twins.decide(Persona.SUPERVISOR, pair, etag, "unsure").then().statusCode(404);
    } finally {
      mayStandBeside("wanted is not null");
    }
    as(Persona.SUPERVISOR).get("/v1/duplicates/" + pair).then().statusCode(200);
  }

  private static void mayStandBeside(String rule) {
    Backstage.execute(
        "create or replace function may_stand_beside(wanted uuid) returns boolean language sql"
            + " stable security definer set search_path = public, pg_temp as $$ select "
            + rule
            + " $$");
  }

  private static Response decide(Persona persona, String pair, String decision) {
    String etag = as(persona).get("/v1/duplicates/" + pair).header("ETag");
    return Twins.decide(persona, pair, etag, decision);
  }
}
