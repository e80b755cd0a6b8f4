package org.hifazat.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.Requests;
import org.hifazat.cases.Topic;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent by all who are needed, overrides with a second person, and what others are told. */
@HifazatTest(service = "cases")
class OverrideTest {
  private static final String AGENCY = ",\"agencyId\":\"" + Persona.LEGAL_AID + "\"";
  private static final String WITHDRAWN = "consent-withdrawn";
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String CASEWORK = "standings.find { it.purpose == 'case-management' }.";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject LapseConsents lapsing;
  @Inject RelayControl relay;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void scenario11WithoutTheNeededWordsTheStepIsHeldUpAndThePageSaysWhose() {
    String id = assessedAndApproved();
    held(id, "consent-needed");
    says(id, "caregiver", "case-management", "", "given");
    held(id, "child-assent-needed");
    page(id)
        .then()
        .statusCode(200)
        .body("ageBand", equalTo("6-11"))
        .body(CASEWORK + "stands", equalTo(false))
        .body(CASEWORK + "missing", contains("child-assent-needed"))
        .body("consents[0].witness", equalTo("Gulab Invented"));
    says(id, "child", "case-management", "", "refused");
    held(id, "consent-refused");
    says(id, "child", "case-management", "", "given");
    page(id).then().body(CASEWORK + "basis", equalTo("consent"));
    Casework.step(WORKER, id, "assess", Instant.now()).then().statusCode(200);
    as(Persona.COLLEAGUE).get("/v1/cases/" + id + "/consents").then().statusCode(403);
    assertThat(Backstage.audit("VIEW_CONSENTS", id)).anyMatch(line -> line.startsWith("read"));
  }

  @Test
  void aSpokenConsentNeedsAWitnessAndARefusalDoesNot() {
    String id = Casework.opened("Heard");
    String spoken =
        consent("photo", "child", Instant.now(), "")
            .replace("thumbprint", "oral")
            .replaceAll("\"witness\":\"[^\"]+\",", "");
    refused(consentOf(id, spoken), 422, "witness-needed");
    consentOf(id, spoken.replace("oral", "signature")).then().statusCode(201);
    consentOf(id, spoken.replace("given\"", "refused\"")).then().statusCode(201);
  }

  @Test
  void aChildOfTwelveDecidesAloneWhereNoCaregiverIsSafeAndAChildOfNineDoesNot() {
    String alone = ",\"withoutCaregiver\":\"unsafe\"";
    String nine = Casework.opened("Nine");
    refused(
        consentOf(nine, consent("photo", "child", Instant.now(), alone)), 409, "alone-not-allowed");
    String twelve =
        Requests.openCase(WORKER, "Twelve", "\"estimatedAgeYears\":12,\"ageBasis\":\"stated\"");
    consentOf(twelve, consent("case-management", "child", Instant.now(), alone))
        .then()
        .statusCode(201);
    page(twelve).then().body(CASEWORK + "stands", equalTo(true));
    refused(
        consentOf(twelve, consent("photo", "caregiver", Instant.now(), alone)),
        409,
        "alone-not-allowed");
  }

  @Test
  void scenario11AnOverrideHoldsAtOnceAndIsCountersignedByAnotherPerson() {
    String id = assessedAndApproved();
    Response written = Overrides.write(WORKER, id, casework());
    written.then().statusCode(201).body("state", equalTo("awaiting"));
    String override = written.path("id");
    Casework.nextSteps(WORKER, id)
        .then()
        .body("warnings.code", hasItem("override-awaiting"))
        .body("nextSteps.find { it.step == 'assess' }.allowed", equalTo(true));
    assertThat(
            Backstage.texts(
                "select owner_id || ' ' || state from task where subject_id = ?::uuid", override))
        .containsExactly(Persona.SUPERVISOR.staffId().orElseThrow() + " open");
    as(Persona.SUPERVISOR)
        .get("/v1/consent-overrides?limit=100")
        .then()
        .statusCode(200)
        .body("items.override.id", hasItem(override));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/consent-overrides?limit=100")
        .then()
        .body("items.override.id", not(hasItem(override)));
    refused(Overrides.write(WORKER, id, casework()), 409, "override-awaiting");
    refused(decide(Persona.SUPERVISOR, written, "ended", ""), 409, "override-not-confirmed");
    refused(decide(Persona.SUPERVISOR, written, "rejected", ""), 422, "reason-needed");
    decide(WORKER, written, "confirmed", "").then().statusCode(403);
    Response confirmed = decide(Persona.SUPERVISOR, written, "confirmed", "");
    confirmed.then().statusCode(200).body("state", equalTo("confirmed"));
    refused(decide(Persona.SUPERVISOR, confirmed, "confirmed", ""), 409, "override-not-awaiting");
    assertThat(Backstage.texts("select state from task where subject_id = ?::uuid", override))
        .containsExactly("done");
    page(id)
        .then()
        .body(CASEWORK + "basis", equalTo("override"))
        .body("overrides[0].text", equalTo("The invented uncle answers the telephone."));
    clock.advance(Duration.ofDays(3));
    lapsing.lapseAll();
    page(id).then().body(CASEWORK + "stands", equalTo(true));
    assertThat(ended(id)).isEmpty();
    decide(Persona.SUPERVISOR, confirmed, "ended", ",\"comment\":\"The aunt has signed.\"")
        .then()
        .statusCode(200);
    page(id).then().body(CASEWORK + "stands", equalTo(false));
    Awaitility.await(WITHDRAWN).until(() -> ended(id).size() == 1);
    assertThat(ended(id).getFirst()).contains("override-ended");
    assertThat(Backstage.audit("OVERRIDE_CONSENT", id))
        .containsOnlyOnce("performed case-management caregiver-suspected");
    assertThat(Backstage.audit("DECIDE_CONSENT_OVERRIDE", override))
        .filteredOn(line -> line.startsWith("performed"))
        .containsExactly("performed confirmed", "performed ended");
    List<String> states = told(id, "consent-overridden");
    assertThat(states.getFirst()).contains("\"confirmBy\":\"" + written.path("dueAt") + "\"");
    assertThat(states.subList(1, states.size())).noneMatch(json -> json.contains("confirmBy"));
  }

  @Test
  void nobodyCountersignsTheirOwnOverride() {
    String id = assessedAndApproved();
    Response written = Overrides.write(Persona.SUPERVISOR, id, casework());
    written.then().statusCode(201);
    refused(decide(Persona.SUPERVISOR, written, "confirmed", ""), 409, "override-own");
  }

  @Test
  void anOverrideNobodyCountersignedLapsesAndTheSupervisorIsTold() {
    String id = assessedAndApproved();
    Response written = Overrides.write(WORKER, id, casework());
    Instant due = Instant.parse(written.path("dueAt"));
    clock.stopAt(due.minusSeconds(1));
    lapsing.lapseAll();
    page(id).then().body(CASEWORK + "stands", equalTo(true));
    clock.stopAt(due);
    refused(decide(Persona.SUPERVISOR, written, "confirmed", ""), 409, "override-lapsed");
    lapsing.lapseAll();
    lapsing.lapseAll();
    page(id)
        .then()
        .body(CASEWORK + "stands", equalTo(false))
        .body("overrides[0].state", equalTo("lapsed"));
    held(id, "consent-needed");
    Awaitility.await(WITHDRAWN).until(() -> ended(id).size() == 1);
    assertThat(ended(id)).hasSize(1);
    assertThat(ended(id).getFirst()).contains("override-lapsed");
    assertThat(
            Backstage.texts(
                "select state || ' ' || (escalated_at is not null) from task where subject_id = ?::uuid",
                written.<String>path("id")))
        .containsExactly("superseded true");
    refused(
        Overrides.write(
            WORKER, id, Overrides.body("case-management", Instant.now().minusSeconds(600), "")),
        422,
        "override-too-late");
  }

  @Test
  void anOverrideThatCannotBeIsRefused() {
    String id = Casework.opened("Refused");
    Map<String, Long> before = Backstage.rows();
    refused(
        Overrides.write(WORKER, id, Overrides.body("photo", Instant.now(), AGENCY)),
        422,
        "agency-needed");
    refused(
        Overrides.write(
            WORKER, id, Overrides.body("photo", Instant.now().minus(Duration.ofDays(2)), "")),
        422,
        "override-too-late");
    refused(
        Overrides.write(
            WORKER, id, Overrides.body("photo", Instant.now().plus(Duration.ofDays(1)), "")),
        422,
        "in-the-future");
    refused(
        Overrides.write(
            WORKER,
            id,
            Overrides.body("photo", Instant.now(), "")
                .replace("caregiver-suspected", "in-a-hurry")),
        400,
        "invalid-value");
    refused(
        Overrides.write(
            WORKER,
            id,
            Overrides.body("photo", Instant.now(), "")
                .replace("The invented uncle answers the telephone.", " ")),
        400,
        "invalid-value");
    Overrides.write(Persona.COLLEAGUE, id, Overrides.body("photo", Instant.now(), ""))
        .then()
        .statusCode(403);
    assertThat(Backstage.rows()).isEqualTo(before);
    Casework.consented(id);
    refused(Overrides.write(WORKER, id, casework()), 409, "consent-stands");
    Casework.putInto(id, "closed");
    refused(
        Overrides.write(WORKER, id, Overrides.body("photo", Instant.now(), "")),
        409,
        "case-closed");
  }

  @Test
  void scenario11WithdrawnAndExpiredConsentIsToldToWhoeverActsOnIt() {
    String id = Casework.opened("Shared");
    says(id, "caregiver", "share-information", AGENCY, "given");
    says(id, "child", "share-information", AGENCY, "given");
    says(id, "caregiver", "share-information", AGENCY, "withdrawn");
    Awaitility.await(WITHDRAWN).until(() -> ended(id).size() == 1);
    assertThat(ended(id).getFirst()).contains("\"reason\":\"withdrawn\"", Persona.LEGAL_AID);
    says(id, "caregiver", "share-information", AGENCY, "withdrawn");
    String day = KarachiTime.day(Instant.now()).plusDays(3).toString();
    says(id, "caregiver", "share-information", AGENCY + ",\"expiresOn\":\"" + day + "\"", "given");
    clock.advance(Duration.ofDays(5));
    lapsing.lapseAll();
    lapsing.lapseAll();
    relay.flush();
    Awaitility.await("expired").until(() -> ended(id).size() == 2);
    assertThat(ended(id).getLast()).contains("\"reason\":\"expired\"");
    assertThat(told(id, "consent-recorded").stream().map(OverrideTest::stands))
        .containsExactly("false", "true", "false", "false", "true");
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid and kind like 'consent%'"
                    + " order by recorded_at desc limit 1",
                id))
        .containsExactly("consent-expired");
  }

  @Test
  void onTheEighteenthBirthdayTheirOwnConsentIsNeededAnewAndNothingCloses() {
    LocalDate birthday = KarachiTime.day(Instant.now()).plusDays(3);
    String id =
        Requests.openCase(WORKER, "Soon", "\"birthDate\":\"" + birthday.minusYears(18) + "\"");
    says(id, "caregiver", "case-management", "", "given");
    says(id, "child", "case-management", "", "given");
    page(id)
        .then()
        .body(CASEWORK + "stands", equalTo(true))
        .body(CASEWORK + "until", equalTo(birthday.minusDays(1).toString()));
    clock.advance(Duration.ofDays(3));
    page(id)
        .then()
        .body("ageBand", equalTo("18+"))
        .body(CASEWORK + "missing", contains("own-consent-needed"));
    refused(
        consentOf(id, consent("case-management", "caregiver", clock.instant(), "")),
        409,
        "consent-giver-not-allowed");
    consentOf(id, consent("case-management", "child", clock.instant(), "")).then().statusCode(201);
    page(id).then().body(CASEWORK + "stands", equalTo(true));
    Casework.nextSteps(WORKER, id).then().body("state", equalTo("identified"));
  }

  private static String casework() {
    return Overrides.body("case-management", Instant.now().minusSeconds(1), "");
  }

  /** Everything but consent is there for the first step. */
  private static String assessedAndApproved() {
    String id = Casework.opened("Unheard");
    Casework.assessed(id, "low", Instant.now());
    Casework.approved(id, "registration");
    return id;
  }

  private static void held(String id, String... codes) {
    Casework.nextSteps(WORKER, id)
        .then()
        .body("nextSteps.find { it.step == 'assess' }.blockers.code", containsInAnyOrder(codes));
  }

  private static Response page(String id) {
    return as(WORKER).get("/v1/cases/" + id + "/consents");
  }

  private static void says(String id, String giver, String purpose, String more, String decision) {
    consentOf(
            id,
            consent(purpose, giver, Instant.now(), more)
                .replace("\"given\"", "\"" + decision + "\""))
        .then()
        .statusCode(201);
  }

  private static Response consentOf(String id, String body) {
    return consent(WORKER, id, body);
  }

  private static Response decide(Persona persona, Response override, String decision, String more) {
    return Overrides.decide(persona, override.path("id"), override.header("ETag"), decision, more);
  }

  private static void refused(Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
  }

  private static List<String> ended(String id) {
    return told(id, WITHDRAWN);
  }

  private static List<String> told(String id, String name) {
    String type = "org.hifazat.cases." + name + ".v1";
    return Topic.read(Topic.CASES, id).stream()
        .filter(record -> Topic.type(record).equals(type))
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .peek(json -> EventContracts.load().assertPublishable(type, json))
        .toList();
  }

  private static String stands(String json) {
    return json.replaceAll("(?s).*\"stands\":(true|false).*", "$1");
  }
}
