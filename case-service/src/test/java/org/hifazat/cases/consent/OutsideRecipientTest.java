package org.hifazat.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.Topic;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent that names somebody no directory has: a doctor in a village, a lawyer asked once. */
@HifazatTest(service = "cases")
class OutsideRecipientTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String NAME = "Doctor Zarghun Invented";
  private static final String PLACE = "Invented Kalay, by the bridge";
  private static final String DOCTOR = recipient(NAME, "health");
  private static final String AGENCY = ",\"agencyId\":\"" + Persona.LEGAL_AID + "\"";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject LapseConsents lapsing;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aConsentNamesSomebodyOutsideTheDirectoryAndOnlyThePageOfTheCaseSaysWho() {
    String id = Casework.opened("Outside");
    Response said = says(id, "caregiver", DOCTOR, "given");
    said.then().statusCode(201).body("agencyId", nullValue());
    String doctor = said.path("recipientId");
    says(id, "child", known(doctor), "given").then().statusCode(201);
    page(id)
        .then()
        .statusCode(200)
        .body("recipients", hasSize(1))
        .body("recipients[0].id", equalTo(doctor))
        .body("recipients[0].name", equalTo(NAME))
        .body("recipients[0].place", equalTo(PLACE))
        .body("recipients[0].serviceType", equalTo("health"))
        .body(standing(doctor) + "stands", equalTo(true));
    Awaitility.await("told")
        .atMost(Duration.ofSeconds(60))
        .until(() -> told(id, "consent-recorded").size() == 2);
    assertThat(told(id, "consent-recorded"))
        .allSatisfy(
            json ->
                assertThat(json)
                    .contains("\"recipientId\":\"" + doctor, "\"serviceType\":\"health\"")
                    .doesNotContain("Zarghun", "Invented", "agencyId"));
    assertThat(
            Backstage.texts(
                "select encode(name || place, 'escape') from outside_recipient where id = ?::uuid",
                doctor))
        .hasSize(1)
        .noneMatch(text -> text.contains("Zarghun") || text.contains("Kalay"));
    as(Persona.COLLEAGUE).get("/v1/cases/" + id + "/consents").then().statusCode(403);
  }

  @Test
  void whoIsNamedAgainIsTheSameSoTheirNoIsNotPassedOver() {
    String id = Casework.opened("Again");
    String doctor = says(id, "child", DOCTOR, "refused").path("recipientId");
    Response again =
        says(id, "caregiver", recipient(" " + NAME.toUpperCase(Locale.ROOT), "health"), "given");
    again.then().statusCode(201).body("recipientId", equalTo(doctor));
    page(id)
        .then()
        .body("recipients", hasSize(1))
        .body(standing(doctor) + "stands", equalTo(false))
        .body(standing(doctor) + "missing", hasItem("consent-refused"));
  }

  @Test
  void aNoIsAnsweredUnderTheEntryThatHasItHoweverTheyAreNamedAgain() {
    String id = Casework.opened("Elsewhere");
    String doctor = says(id, "child", DOCTOR, "refused").path("recipientId");
    String lawyer =
        says(id, "child", recipient("Zarghun Invented", "legal-aid"), "refused")
            .path("recipientId");
    assertThat(lawyer).isNotEqualTo(doctor);
    says(id, "child", known(lawyer), "given").then().statusCode(201);
    Map<String, Long> before = Backstage.rows();
    refused(says(id, "caregiver", known(lawyer), "given"), 409, "recipient-refused-elsewhere");
    refused(
        says(id, "caregiver", recipient("Dr. Zarghun Invented", "psychosocial"), "given"),
        409,
        "recipient-refused-elsewhere");
    refused(override(id, known(lawyer)), 409, "recipient-refused-elsewhere");
    refused(
        override(id, recipient("Dr. Zarghun Invented", "psychosocial")),
        409,
        "recipient-refused-elsewhere");
    assertThat(Backstage.rows()).isEqualTo(before);
    says(id, "caregiver", recipient("Another Invented", "legal-aid"), "given")
        .then()
        .statusCode(201);
    says(id, "child", known(doctor), "given").then().statusCode(201);
    says(id, "caregiver", known(lawyer), "given").then().statusCode(201);
    page(id).then().body(standing(lawyer) + "stands", equalTo(true));
  }

  @Test
  void anOverrideGoesOnInSightOfTheNoUnderItsOwnEntry() {
    String id = Casework.opened("InSight");
    says(id, "child", recipient("Zarghun Invented", "legal-aid"), "refused").then().statusCode(201);
    String doctor = says(id, "child", DOCTOR, "refused").path("recipientId");
    override(id, known(doctor)).then().statusCode(201).body("recipientId", equalTo(doctor));
  }

  @Test
  void nobodyIsNamedWhomTheChildIsKeptSafeFrom() {
    String id = Casework.opened("Concern");
    ofConcern(id, "Toryal Gulbaz");
    Map<String, Long> before = Backstage.rows();
    for (String name :
        List.of(
            "Toryal Gulbaz",
            "Dr. Toryal Gulbaz",
            "Toryal Gulbaz Khan, Advocate",
            "ڈاکٹر توریال گلباز")) {
      refused(says(id, "child", recipient(name, "health"), "given"), 409, "recipient-of-concern");
      refused(override(id, recipient(name, "health")), 409, "recipient-of-concern");
    }
    assertThat(Backstage.rows()).isEqualTo(before);
    for (String name : List.of("Dr. Gulbaz", "Zarak Gulbaz")) {
      says(id, "child", recipient(name, "health"), "given").then().statusCode(201);
    }
    says(id, "child", recipient("Dr. Toryal Gulbaz", "health"), "refused").then().statusCode(201);
  }

  @Test
  void whoBecomesAPersonOfConcernIsAskedAboutAgainAndANoToThemIsTaken() {
    String id = Casework.opened("Since");
    String doctor = says(id, "caregiver", DOCTOR, "given").path("recipientId");
    ofConcern(id, "Zarghun Invented");
    Map<String, Long> before = Backstage.rows();
    refused(says(id, "child", known(doctor), "given"), 409, "recipient-of-concern");
    refused(override(id, known(doctor)), 409, "recipient-of-concern");
    assertThat(Backstage.rows()).isEqualTo(before);
    says(id, "child", known(doctor), "refused").then().statusCode(201);
    says(id, "caregiver", known(doctor), "withdrawn").then().statusCode(201);
  }

  @Test
  void aWithdrawalAndTheLastDayOfAConsentAreTold() {
    String id = Casework.opened("Ends");
    String doctor = says(id, "caregiver", DOCTOR, "given").path("recipientId");
    says(id, "child", known(doctor), "given").then().statusCode(201);
    says(id, "caregiver", known(doctor), "withdrawn").then().statusCode(201);
    Awaitility.await("withdrawn")
        .atMost(Duration.ofSeconds(60))
        .until(() -> told(id, "consent-withdrawn").size() == 1);
    assertThat(told(id, "consent-withdrawn").getFirst())
        .contains("\"recipientId\":\"" + doctor, "\"reason\":\"withdrawn\"");
    String day = KarachiTime.day(clock.instant()).plusDays(3).toString();
    says(id, "caregiver", known(doctor) + ",\"expiresOn\":\"" + day + "\"", "given")
        .then()
        .statusCode(201);
    page(id).then().body(standing(doctor) + "stands", equalTo(true));
    clock.advance(Duration.ofDays(5));
    lapsing.lapseAll();
    page(id).then().body(standing(doctor) + "stands", equalTo(false));
    Awaitility.await("expired")
        .atMost(Duration.ofSeconds(60))
        .until(() -> told(id, "consent-withdrawn").size() == 2);
    assertThat(told(id, "consent-withdrawn").getLast())
        .contains("\"recipientId\":\"" + doctor, "\"reason\":\"expired\"");
  }

  @Test
  void anOverrideForSomebodyOutsideNeedsItsSecondPersonAsAnyOther() {
    String id = Casework.opened("Override");
    Response written =
        Overrides.write(WORKER, id, Overrides.body("share-information", clock.instant(), DOCTOR));
    written.then().statusCode(201).body("state", equalTo("awaiting"));
    String doctor = written.path("recipientId");
    page(id).then().body(standing(doctor) + "basis", equalTo("override"));
    refused(
        Overrides.write(
            WORKER, id, Overrides.body("share-information", clock.instant(), known(doctor))),
        409,
        "override-awaiting");
    // That one waits for its second person holds up none for somebody else.
    Overrides.write(
            WORKER,
            id,
            Overrides.body(
                "share-information", clock.instant(), recipient("Another Invented", "legal-aid")))
        .then()
        .statusCode(201);
    Overrides.decide(
            Persona.SUPERVISOR, written.path("id"), written.header("ETag"), "confirmed", "")
        .then()
        .statusCode(200)
        .body("recipientId", equalTo(doctor));
    Awaitility.await("told")
        .atMost(Duration.ofSeconds(60))
        .until(() -> told(id, "consent-overridden").size() == 3);
    assertThat(told(id, "consent-overridden").getFirst())
        .contains("\"recipientId\":\"" + doctor, "\"serviceType\":\"health\"");
    assertThat(told(id, "consent-overridden").getLast()).contains("\"recipientId\":\"" + doctor);
  }

  @Test
  void aRecipientThatCannotBeIsRefused() {
    String id = Casework.opened("Refused");
    String other = Casework.opened("Other");
    String theirs = says(other, "caregiver", DOCTOR, "given").path("recipientId");
    ofConcern(id, "Toryal Invented");
    Map<String, Long> before = Backstage.rows();
    refused(says(id, "caregiver", known(theirs), "given"), 422, "recipient-unknown");
    refused(
        says(id, "caregiver", known(UUID.randomUUID().toString()), "given"),
        422,
        "recipient-unknown");
    refused(says(id, "caregiver", DOCTOR, "withdrawn"), 422, "recipient-unknown");
    refused(says(id, "caregiver", DOCTOR + AGENCY, "given"), 422, "agency-needed");
    refused(says(id, "caregiver", DOCTOR + known(theirs), "given"), 422, "agency-needed");
    refused(
        consent(WORKER, id, consent("photo", "caregiver", Instant.now(), DOCTOR)),
        422,
        "agency-needed");
    refused(
        says(id, "caregiver", recipient("toryal invented", "legal-aid"), "given"),
        409,
        "recipient-of-concern");
    refused(says(id, "caregiver", recipient(NAME, "police"), "given"), 400, "invalid-value");
    refused(says(id, "caregiver", recipient(" ", "health"), "given"), 400, "invalid-value");
    refused(
        Overrides.write(
            WORKER, id, Overrides.body("share-information", Instant.now(), known(theirs))),
        422,
        "recipient-unknown");
    says(id, Persona.COLLEAGUE, DOCTOR).then().statusCode(403);
    says(id, Persona.OTHER_UNIT_SUPERVISOR, DOCTOR).then().statusCode(404);
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  private static void ofConcern(String id, String name) {
    as(WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"relation":"uncle","roles":["person-of-concern"],"name":"%s","happenedAt":"%s"}"""
                .formatted(name, Instant.now().minusSeconds(1)))
        .post("/v1/cases/" + id + "/persons")
        .then()
        .statusCode(201);
  }

  private Response override(String id, String more) {
    return Overrides.write(WORKER, id, Overrides.body("share-information", clock.instant(), more));
  }

  private static String recipient(String name, String serviceType) {
    return ",\"recipient\":{\"name\":\"%s\",\"serviceType\":\"%s\",\"place\":\"%s\"}"
        .formatted(name, serviceType, PLACE);
  }

  private static String known(String id) {
    return ",\"recipientId\":\"" + id + "\"";
  }

  private static Response says(String id, String giver, String more, String decision) {
    return consent(
        WORKER,
        id,
        consent("share-information", giver, Instant.now(), more)
            .replace("\"given\"", "\"" + decision + "\""));
  }

  private static Response says(String id, Persona persona, String more) {
    return consent(persona, id, consent("share-information", "caregiver", Instant.now(), more));
  }

  private static Response page(String id) {
    return as(WORKER).get("/v1/cases/" + id + "/consents");
  }

  private static String standing(String recipient) {
    return "standings.find { it.recipientId == '" + recipient + "' }.";
  }

  private static void refused(Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
  }

  private static List<String> told(String id, String name) {
    String type = "org.hifazat.cases." + name + ".v1";
    return Topic.read(Topic.CASES, id).stream()
        .filter(record -> Topic.type(record).equals(type))
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .peek(json -> EventContracts.load().assertPublishable(type, json))
        .toList();
  }
}
