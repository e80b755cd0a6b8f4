package org.hifazat.cases.particulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.particulars.Particulars.change;
import static org.hifazat.cases.particulars.Particulars.full;
import static org.hifazat.cases.particulars.Particulars.read;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Requests;
import org.hifazat.cases.RoundTrips;
import org.hifazat.cases.Topic;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a child can be completed and put right, by one person at a time. */
@HifazatTest(service = "cases")
class ChildParticularsTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona ME = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  private String caseId = "";

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    caseId = openCase(ME, "Zarmina", NINE_YEARS);
  }

  @Test
  void everythingKnownOfAChildIsKeptAndReadBack() {
    read(ME, caseId)
        .then()
        .statusCode(200)
        .header("ETag", "\"v0\"")
        .body("languages", contains("ps"))
        .body("disabilities", empty())
        .body("identity", nullValue());
    change(ME, caseId, "\"v0\"", full("Zarmina Bibi"))
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"");
    read(ME, caseId)
        .then()
        .header("ETag", "\"v1\"")
        .body("names.given", equalTo("Zarmina Bibi"))
        .body("names.otherScript.given", equalTo("زرمینه"))
        .body("names.otherScript.father", equalTo("فرضی"))
        .body("sex", equalTo("female"))
        .body("birthYear", equalTo(2017))
        .body("ageBasis", equalTo("stated"))
        .body("languages", contains("ps", "ur"))
        .body("identity.kind", equalTo("b-form"))
        .body("identity.number", equalTo("17301-1234567-2"))
        .body("identity.doubts", empty())
        .body("disabilities", contains("hearing"))
        .body("disabilityDetails", equalTo("Hears with the left ear."))
        .body("schooling.name", equalTo("Invented School"))
        .body("care.arrangement", equalTo("kinship"))
        .body("care.details", equalTo("With an aunt."));
    assertThat(Backstage.audit("CHANGE_CHILD", caseId))
        .containsExactly("performed names sex languages identity disability schooling care");
    assertThat(Backstage.audit("VIEW_CHILD", caseId)).hasSize(2).allMatch("read "::equals);
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid order by recorded_at",
                caseId))
        .contains("child-particulars-changed");
  }

  @Test
  void theSecondOfTwoWhoChangeTheSameChildGetsToSeeBothVersions() {
    change(ME, caseId, "\"v0\"", full("Zarmina")).then().statusCode(200);
    String late = full("Zarmina").replace("House 0", "House 9");
    change(Persona.SUPERVISOR, caseId, "\"v0\"", late)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"))
        .body("expectedVersion", equalTo("\"v0\""))
        .body("currentVersion", equalTo("\"v1\""))
        .header("ETag", "\"v1\"");
    read(Persona.SUPERVISOR, caseId)
        .then()
        .header("ETag", "\"v1\"")
        .body("address", equalTo("House 0, Invented Street"));
    change(Persona.SUPERVISOR, caseId, "\"v1\"", late).then().statusCode(200);
    read(ME, caseId).then().body("address", equalTo("House 9, Invented Street"));
  }

  @Test
  void aChangeMustNameTheVersionItSaw() {
    as(ME).body(full("Zarmina")).put("/v1/cases/" + caseId + "/child").then().statusCode(428);
    change(ME, caseId, "*", full("Zarmina")).then().statusCode(400);
    read(ME, caseId).then().header("ETag", "\"v0\"");
  }

  @Test
  void aFamilysNumberThatIsLeftOutStaysAndGoesOnlyWhenItIsTakenAway() {
    String phone = "\"phone\":\"0300-0000987\"";
    String with = full("Zarmina");
    String number = ",\"familyNumber\":\"17301-7654321-5\"";
    change(ME, caseId, "\"v0\"", with.replace(phone, phone + number)).then().statusCode(200);
    String without = with.replace("," + phone, "").replace("House 0", "House 7");
    change(ME, caseId, "\"v1\"", without).then().statusCode(200);
    read(ME, caseId)
        .then()
        .body("phone", equalTo("0300-0000987"))
        .body("familyNumber", equalTo("17301-7654321-5"))
        .body("address", equalTo("House 7, Invented Street"));
    change(ME, caseId, "\"v2\"", with.replace(phone, "\"phone\":\"call me\""))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"))
        .body("errors[0].pointer", equalTo("/phone"));
    change(ME, caseId, "\"v2\"", with.replace(phone, "\"phone\":null,\"familyNumber\":null"))
        .then()
        .statusCode(200);
    read(ME, caseId)
        .then()
        .body("phone", nullValue())
        .body("familyNumber", nullValue())
        .body("address", equalTo("House 0, Invented Street"));
  }

  @Test
  void sayingTheSameAgainChangesNothing() {
    change(ME, caseId, "\"v0\"", full("Zarmina")).then().statusCode(200);
    change(ME, caseId, "\"v1\"", full("Zarmina")).then().statusCode(200).header("ETag", "\"v1\"");
    assertThat(Backstage.audit("CHANGE_CHILD", caseId)).hasSize(1);
  }

  @Test
  void aCorrectedNameFindsTheChildInEitherScriptAndTheOldOneNoLonger() {
    String old = "Qurbanwali" + letters();
    String fresh = "Spogmaiwal" + letters();
    String id = openCase(ME, old, NINE_YEARS);
    found(old, id, true);
    change(ME, id, "\"v0\"", full(fresh).replace("زرمینه", "خوشبختانه")).then().statusCode(200);
    found(fresh, id, true);
    found("خوشبختانه", id, true);
    found(old, id, false);
  }

  @Test
  void theChildsOwnNumberFindsTheChildUntilItIsPutRight() {
    String number = "17301-%07d-2".formatted((int) (Math.random() * 9_999_999));
    change(ME, caseId, "\"v0\"", full("Zarmina").replace("17301-1234567-2", number))
        .then()
        .statusCode(200);
    String search = "{\"cnic\":\"" + number + "\"}";
    as(ME).body(search).post("/v1/child-searches").then().body("matches.caseId", hasItem(caseId));
    change(ME, caseId, "\"v1\"", full("Zarmina")).then().statusCode(200);
    as(ME)
        .body(search)
        .post("/v1/child-searches")
        .then()
        .body("matches.caseId", not(hasItem(caseId)));
  }

  @Test
  void theNumbersGivenAtRegistrationAreKeptReadAndCorrected() {
    String number = "17301-%07d-3".formatted((int) (Math.random() * 9_999_999));
    Response report = Requests.waiting(ME);
    String body =
        Requests.openCaseBody(ME, "Zarmina", NINE_YEARS)
            .replace("0300-0000987\"", "0300-0000986\",\"cnic\":\"" + number + "\"");
    String id =
        Requests.triage(ME, report.path("id"), report.header("ETag"), body)
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    read(ME, id)
        .then()
        .body("phone", equalTo("0300-0000986"))
        .body("familyNumber", equalTo(number))
        .body("identity", nullValue());
    String search = "{\"cnic\":\"" + number + "\"}";
    as(ME).body(search).post("/v1/child-searches").then().body("matches.caseId", hasItem(id));
    change(ME, id, "\"v0\"", full("Zarmina").replace("0300-0000987", "a shop"))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
    change(
            ME,
            id,
            "\"v0\"",
            full("Zarmina").replace("\"identity\"", "\"familyNumber\":null,\"identity\""))
        .then()
        .statusCode(200)
        .body("phone", equalTo("0300-0000987"))
        .body("familyNumber", nullValue());
    as(ME).body(search).post("/v1/child-searches").then().body("matches.caseId", not(hasItem(id)));
    assertThat(Backstage.audit("CHANGE_CHILD", id).getFirst()).contains("safe-contact", "identity");
  }

  @ParameterizedTest(name = "{0} of a {1}: {2}")
  @CsvSource({
    "17301-1234567-2, female, ''",
    "21301-1234567-1, male, ''",
    "17301-1234567-1, female, other-sex",
    "35202-1234567-1, male, other-region",
    "91234-1234567-4, male, no-region other-sex",
    "17301-1234567-1, x, ''"
  })
  void anUnlikelyNumberIsTakenAndDoubted(String number, String sex, String doubts) {
    change(
            ME,
            caseId,
            "\"v0\"",
            full("Zarmina")
                .replace("17301-1234567-2", number)
                .replace("\"female\"", "\"" + sex + "\""))
        .then()
        .statusCode(200)
        .body("identity.doubts.join(' ')", equalTo(doubts));
  }

  static Stream<Arguments> badChanges() {
    return Stream.of(
        Arguments.of("a birth year to come", "2017", "2190", 422, "birth-date-in-future"),
        Arguments.of("no age", "\"birthYear\":2017,", "", 422, "age-missing"),
        Arguments.of("a language nobody speaks", "\"ps\",", "\"xx\",", 422, "code-unknown"),
        Arguments.of("an unknown disability", "hearing", "flying", 422, "code-unknown"),
        Arguments.of("an unknown arrangement", "kinship", "circus", 422, "code-unknown"),
        Arguments.of("care that has not begun", "2024-05-01", "2190-05-01", 422, "in-the-future"),
        Arguments.of("a number with letters", "1234567", "12345a7", 400, "invalid-value"),
        Arguments.of("a number too short", "1234567-2", "123456-2", 400, "invalid-value"),
        Arguments.of("a grade in words", "\"4\"", "\"fourth of Miss G.\"", 400, "invalid-value"),
        Arguments.of("no name", "Zarmina", " ", 400, "invalid-value"),
        Arguments.of(
            "a nationality",
            "\"sex\"",
            "\"nationality\":\"afghan\",\"sex\"",
            400,
            "unknown-field"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badChanges")
  void whatCannotBeIsRefusedAndNothingIsWritten(
      String what, String part, String by, int status, String code) {
    change(ME, caseId, "\"v0\"", full("Zarmina").replace(part, by))
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
    read(ME, caseId).then().header("ETag", "\"v0\"").body("languages", contains("ps"));
  }

  @Test
  void onlyTheOwnerAndTheUnitsSupervisorReadAndChange() {
    for (Persona other : List.of(Persona.COLLEAGUE, Persona.OTHER_UNIT_SUPERVISOR)) {
      int status = other == Persona.COLLEAGUE ? 403 : 404;
      read(other, caseId).then().statusCode(status);
      change(other, caseId, "\"v0\"", full("Zarmina")).then().statusCode(status);
    }
    read(ME, caseId).then().header("ETag", "\"v0\"");
    assertThat(Backstage.audit("CHANGE_CHILD", caseId)).allMatch(row -> row.startsWith("refused"));
    read(ME, UUID.randomUUID().toString()).then().statusCode(404);
  }

  @Test
  void whatIsToldOfAChangeHoldsNoWordOfTheChild() {
    change(ME, caseId, "\"v0\"", full("Zarmina")).then().statusCode(200);
    String type = "org.hifazat.cases.child-particulars-changed.v1";
    Awaitility.await("it is told").until(() -> Topic.types(Topic.CASES, caseId).contains(type));
    ConsumerRecord<String, byte[]> event =
        Topic.read(Topic.CASES, caseId).stream()
            .filter(one -> Topic.type(one).equals(type))
            .findFirst()
            .orElseThrow();
    EventContracts.load().assertPublishable(type, event.value());
    assertThat(new String(event.value(), StandardCharsets.UTF_8))
        .contains("female", "identity")
        .doesNotContain("Zarmina", "Invented", "17301", "hearing", "kinship");
  }

  @Test
  void readingAndChangingCostAsMuchForMuchAsForLittle() {
    int little = RoundTrips.least(ME, as -> as.get("/v1/cases/" + caseId + "/child"));
    change(ME, caseId, "\"v0\"", full("Zarmina")).then().statusCode(200);
    assertThat(RoundTrips.least(ME, as -> as.get("/v1/cases/" + caseId + "/child")))
        .isEqualTo(little);
    assertThat(little).isPositive();
    System.out.println("FIGURE round trips of GET /v1/cases/{id}/child: " + little);
  }

  private static void found(String name, String caseId, boolean expected) {
    as(ME)
        .body("{\"names\":{\"given\":\"%s\"}}".formatted(name))
        .post("/v1/child-searches")
        .then()
        .statusCode(200)
        .body("matches.caseId", expected ? hasItem(caseId) : not(hasItem(caseId)));
  }

  /** Consonants that make a name nobody else in these tests has. */
  private static String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      letters.append("bdfglmnrst".charAt((int) (Math.random() * 10))).append('a');
    }
    return letters.toString();
  }
}
