package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of both records is kept when they become one, and where the merged one leads to. */
@HifazatTest(service = "cases")
class MergeChoiceTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Persona BOSS = Persona.SUPERVISOR;

  @Inject DataSource database;
  @Inject MatchChildren matching;

  private final Twins twins = new Twins();

  @BeforeEach
  void begin() {
    Twins.alone();
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private record Pair(String id, String kept, String merged) {}

  private Pair found() {
    String kept = twins.latin(WORKER, "peshawar");
    String merged = twins.urdu(WORKER, "peshawar");
    matching.matchAll();
    return new Pair(twins.pair(BOSS, kept, merged), kept, merged);
  }

  /** What a worker reads of the child; the version is the server's own. */
  private static Map<String, Object> child(String caseId) {
    Map<String, Object> child =
        Particulars.read(WORKER, caseId).then().statusCode(200).extract().path("");
    return new TreeMap<>(child);
  }

  private static List<String> keys(String caseId) {
    return Backstage.texts(
        "select k.purpose || encode(k.token, 'hex') from child_search_key k join case_file f on"
            + " f.child_id = k.child_id where f.id = ?::uuid order by 1",
        caseId);
  }

  private static String merged(Pair pair, String taken) {
    String merge =
        Twins.propose(WORKER, pair.id(), pair.kept(), taken)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Twins.answer(BOSS, merge, "confirmation", 0).then().statusCode(200);
    return merge;
  }

  private static void undo(Pair pair, String merge) {
    Number version = as(BOSS).get("/v1/duplicates/" + pair.id()).path("merges[0].version");
    Twins.answer(BOSS, merge, "undoing", version.longValue()).then().statusCode(200);
  }

  /** A correction of the name, and of nothing else that was known. */
  private static void correct(String caseId, String given, String more) {
    Response now = Particulars.read(WORKER, caseId);
    String corrected =
        """
        {"happenedAt":"%s","names":{"given":"%s","script":"%s"},"sex":"male","birthYear":%s,
         "ageBasis":"stated","languages":["ps"],"disabilities":[]%s}"""
            .formatted(
                Instant.now().minusMillis(5),
                given,
                now.path("names.script"),
                now.path("birthYear"),
                more);
    Particulars.change(WORKER, caseId, now.header("ETag"), corrected).then().statusCode(200);
  }

  @Test
  void theRecordThatGoesOnTakesWhatWasChosenAndUndoingGivesBothBackAsTheyWere() {
    Pair pair = found();
    correct(
        pair.merged(),
        "زرکا",
        ",\"identity\":{\"kind\":\"b-form\",\"number\":\"17301-7654321-2\"}");
    Map<String, Object> before = child(pair.kept());
    Map<String, Object> other = child(pair.merged());
    List<String> keysBefore = keys(pair.kept());
    String merge = merged(pair, "\"names\",\"age\",\"identity\"");
    as(BOSS)
        .get("/v1/duplicates/" + pair.id())
        .then()
        .body("merges[0].taken", equalTo(List.of("age", "identity", "names")));
    assertThat(child(pair.kept()))
        .containsEntry("names", other.get("names"))
        .containsEntry("birthYear", other.get("birthYear"))
        .containsEntry("identity", other.get("identity"))
        .containsEntry("languages", before.get("languages"));
    assertThat(child(pair.merged())).as("the other record stays as it is").isEqualTo(other);
    assertThat(keys(pair.kept())).isNotEqualTo(keysBefore);
    assertThat(
            Backstage.texts(
                "select array_to_string(codes, ' ') from timeline_entry where case_id = ?::uuid and"
                    + " kind = 'child-particulars-changed'",
                pair.kept()))
        .containsExactly("names age identity");
    undo(pair, merge);
    assertThat(child(pair.kept())).isEqualTo(before);
    assertThat(child(pair.merged())).isEqualTo(other);
    assertThat(keys(pair.kept())).isEqualTo(keysBefore);
  }

  @Test
  void undoingLeavesAloneWhatSomebodyCorrectedSince() {
    Pair pair = found();
    Map<String, Object> before = child(pair.kept());
    String merge = merged(pair, "\"names\",\"age\"");
    correct(pair.kept(), "Corrected", "");
    undo(pair, merge);
    Particulars.read(WORKER, pair.kept())
        .then()
        .body("names.given", equalTo("Corrected"))
        .body("birthYear", equalTo(before.get("birthYear")));
  }

  @Test
  void whoDoesNotReadBothRecordsTakesNothingFromTheOther() {
    String ours = twins.latin(WORKER, "peshawar");
    twins.urdu(Persona.OTHER_UNIT_SOCIAL_WORKER, "mardan");
    matching.matchAll();
    String pair = twins.pair(BOSS, ours, null);
    Twins.propose(WORKER, pair, ours, "\"names\"")
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-choice-needs-both"));
    Twins.propose(WORKER, pair, ours, "\"nationality\"").then().statusCode(400);
    as(BOSS).get("/v1/duplicates/" + pair).then().body("state", equalTo("open"));
  }

  @Test
  void aSearchLeadsFromTheMergedCaseToTheOneThatGoesOn() {
    Pair pair = found();
    String number = as(WORKER).get("/v1/cases/" + pair.merged()).path("number");
    String goesOn = as(WORKER).get("/v1/cases/" + pair.kept()).path("number");
    merged(pair, "");
    byNumber(WORKER, number)
        .body("matches", hasSize(1))
        .body("matches[0].caseNumber", equalTo(number))
        .body("matches[0].goesOn.caseNumber", equalTo(goesOn))
        .body("matches[0].goesOn.caseId", equalTo(pair.kept()));
    byNumber(Persona.OTHER_UNIT_SOCIAL_WORKER, number)
        .body("matches[0].goesOn.caseNumber", equalTo(goesOn))
        .body("matches[0].goesOn.withinReach", equalTo(false))
        .body("matches[0].goesOn.caseId", nullValue());
    byNumber(WORKER, goesOn).body("matches[0].goesOn", nullValue());
    // Found by the name of both, the child stands there once.
    as(WORKER)
        .body("{\"names\":{\"given\":\"%s\"}}".formatted(twins.given()))
        .post("/v1/child-searches")
        .then()
        .statusCode(200)
        .body("matches.caseNumber", equalTo(List.of(goesOn)));
  }

  @Test
  void theMergedCaseStaysWithTheOneThatGoesOnWhoeverGetsIt() {
    Pair pair = found();
    merged(pair, "");
    UUID owner = UUID.randomUUID();
    Backstage.execute("update case_file set owner_id = ? where id = ?::uuid", owner, pair.kept());
    assertThat(Backstage.texts("select owner_id from case_file where id = ?::uuid", pair.merged()))
        .containsExactly(owner.toString());
    String other = twins.open(WORKER, "peshawar", "Unrelated", "Nobody", 4, Twins.phone());
    assertThat(Backstage.texts("select owner_id from case_file where id = ?::uuid", other))
        .doesNotContain(owner.toString());
  }

  private static ValidatableResponse byNumber(Persona persona, String number) {
    return as(persona)
        .body("{\"caseNumber\":\"%s\"}".formatted(number))
        .post("/v1/child-searches")
        .then()
        .statusCode(200);
  }
}
