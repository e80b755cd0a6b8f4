package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Backstage.HOSPITAL;
import static org.hifazat.referral.Backstage.LEGAL_AID;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.with;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consent first, or an override that stands; then the least the agency needs. */
@HifazatTest(service = "referrals")
class ReferTest {
  private final MutableClock clock;

  ReferTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void aReferralIsSentWithConsentAndItsClocksRunFromWhenItWasMade() {
    UUID caseId = Backstage.openCaseWithConsent();
    Response made = refer(Persona.SOCIAL_WORKER, referral(caseId));
    made.then()
        .statusCode(201)
        .header("ETag", "\"v0\"")
        .header("Location", equalTo("/v1/referrals/" + made.path("id")))
        .body("caseId", equalTo(caseId.toString()))
        .body("agencyId", equalTo(Persona.LEGAL_AID))
        .body("category", equalTo("legal-aid"))
        .body("status", equalTo("requested"))
        .body("consentOverridden", equalTo(false))
        .body("authoredAt", equalTo("2026-11-01T07:30:00Z"))
        .body("respondBy", equalTo("2026-11-02T07:30:00Z"))
        .body("completeBy", equalTo("2026-11-04T07:30:00Z"))
        .body("history.from", contains("draft"))
        .body("history.to", contains("requested"))
        .body("history.by", contains("requester"))
        .body("loopClosedAt", nullValue());
    assertThat(Backstage.audit("MAKE_REFERRAL", made.path("id")))
        .containsExactly("performed consent-given");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + caseId + "/referrals")
        .then()
        .statusCode(200)
        .body("items.id", contains((String) made.path("id")))
        .body("items[0].packet", nullValue());
  }

  @Test
  void withoutConsentNothingIsSent() {
    refused(Backstage.openCase());
  }

  @Test
  void aRefusedConsentIsNone() {
    UUID caseId = Backstage.openCase();
    sharing(caseId, "refused", LEGAL_AID, "2026-01-10T05:00:00Z");
    refused(caseId);
  }

  @Test
  void aWithdrawnConsentIsNoneHoweverLongItWasGood() {
    UUID caseId = Backstage.openCaseWithConsent();
    sharing(caseId, "withdrawn", LEGAL_AID, "2026-02-01T05:00:00Z");
    refused(caseId);
    sharing(caseId, "given", LEGAL_AID, "2026-03-01T05:00:00Z");
    refer(Persona.SOCIAL_WORKER, referral(caseId)).then().statusCode(201);
  }

  @Test
  void anOlderRefusalDoesNotOutweighANewerConsent() {
    UUID caseId = Backstage.openCaseWithConsent();
    sharing(caseId, "refused", LEGAL_AID, "2026-01-09T05:00:00Z");
    refer(Persona.SOCIAL_WORKER, referral(caseId)).then().statusCode(201);
  }

  @Test
  void aConsentHoldsThroughItsLastDayInPeshawarAndNoLonger() {
    clock.stopAt(Instant.parse("2026-11-10T18:59:59Z"));
    UUID caseId = Backstage.openCase();
    Backstage.consent(
        caseId,
        "share-information",
        "given",
        LEGAL_AID,
        "2026-01-10T05:00:00Z",
        LocalDate.parse("2026-11-10"));
    refer(Persona.SOCIAL_WORKER, referral(caseId)).then().statusCode(201);
    clock.stopAt(Instant.parse("2026-11-10T19:00:00Z"));
    refused(caseId);
  }

  @Test
  void writingAnEarlierDateOnThePaperDoesNotReviveAConsent() {
    UUID caseId = Backstage.openCase();
    Backstage.consent(
        caseId,
        "share-information",
        "given",
        LEGAL_AID,
        "2026-01-10T05:00:00Z",
        LocalDate.parse("2026-06-30"));
    refer(Persona.SOCIAL_WORKER, with(referral(caseId), "authoredAt", "2026-06-01T05:00:00Z"))
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
  }

  @Test
  void aConsentForAnotherAgencyIsNone() {
    UUID caseId = Backstage.openCase();
    sharing(caseId, "given", HOSPITAL, "2026-01-10T05:00:00Z");
    sharing(caseId, "given", null, "2026-01-10T05:00:00Z");
    refused(caseId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-management", "reporting", "tracing", "photo", "share-unhcr"})
  void aConsentForAnotherPurposeIsNone(String purpose) {
    UUID caseId = Backstage.openCase();
    Backstage.consent(caseId, purpose, "given", LEGAL_AID, "2026-01-10T05:00:00Z", null);
    refused(caseId);
  }

  @Test
  void aConsentOfAnotherCaseIsNone() {
    Backstage.openCaseWithConsent();
    refused(Backstage.openCase());
  }

  @Test
  void anOverrideThatStandsSendsItAndItsReasonStandsInTheTrail() {
    Response made = refer(Persona.SOCIAL_WORKER, referral(Backstage.openCaseOverridden()));
    made.then().statusCode(201).body("consentOverridden", equalTo(true));
    assertThat(Backstage.audit("MAKE_REFERRAL", made.path("id")))
        .containsExactly("performed consent-overridden:caregiver-suspected");
  }

  @Test
  void nobodyOverridesConsentByThemselvesWithTheReferral() {
    Map<String, String> override = Map.of("reasonCode", "serious-risk", "text", "Because");
    refer(Persona.SOCIAL_WORKER, with(referral(Backstage.openCase()), "consentOverride", override))
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown-field"));
  }

  @Test
  void aReasonThatIsNotInTheListOrHasEndedIsRefused() {
    UUID caseId = Backstage.openCaseWithConsent();
    Backstage.execute(
        "insert into referral_code (list, code, name_en, name_ur, name_ps, sort, valid_from, valid_to, source)"
            + " values ('reason', 'former-reason', 'F', 'F', 'F', 1, '2010-01-01', '2026-01-01', 'test')"
            + " on conflict do nothing");
    for (String code : new String[] {"no-such-reason", "former-reason", "at-capacity"}) {
      refer(Persona.SOCIAL_WORKER, with(referral(caseId), "reasonCode", code))
          .then()
          .statusCode(422)
          .body("code", equalTo("code-unknown"))
          .body("errors[0].pointer", equalTo("/reasonCode"));
    }
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referral-codes")
        .then()
        .statusCode(200)
        .body("items.code", hasItems("legal-advice", "at-capacity", "partly-provided"))
        .body("items.code", not(hasItem("former-reason")))
        .body(
            "items.findAll { it.code == 'other' && it.list == 'status-reason' }.textNeeded",
            contains(true));
  }

  @Test
  void aReferralMayBePartOfAnotherOfTheCaseAndOfNoOther() {
    Requests.Sent whole = Requests.sent();
    Response part =
        refer(Persona.SOCIAL_WORKER, with(referral(whole.caseId()), "partOf", whole.id()));
    part.then().statusCode(201).body("partOf", equalTo(whole.id()));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + part.path("id"))
        .then()
        .body("partOf", nullValue());
    Requests.Sent elsewhere = Requests.sent();
    Requests.Sent error = Requests.sent(whole.caseId());
    Requests.step(Persona.SOCIAL_WORKER, error, "entered-in-error", Requests.off("wrong-child"))
        .then()
        .statusCode(200);
    for (String other : new String[] {elsewhere.id(), error.id(), UUID.randomUUID().toString()}) {
      refer(Persona.SOCIAL_WORKER, with(referral(whole.caseId()), "partOf", other))
          .then()
          .statusCode(422)
          .body("code", equalTo("part-of-unknown"));
    }
  }

  @Test
  void thePacketCarriesTheCasesOwnNumberWhateverTheClientSends() {
    UUID caseId = Backstage.openCaseWithConsent();
    Map<String, Object> packet = with(Requests.packet(), "caseCode", "Zarghuna Invented");
    Response made = refer(Persona.SOCIAL_WORKER, with(referral(caseId), "packet", packet));
    made.then()
        .statusCode(201)
        .body("packet.caseCode", matchesRegex("KP-TST-" + caseId.toString().substring(0, 6)))
        .body("packet.requestText", equalTo("Counsel for the hearing about custody"))
        .body("packet.safetyWarnings", equalTo("Never when the uncle is there"));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + made.path("id"))
        .then()
        .body("summary.caseCode", equalTo("KP-TST-" + caseId.toString().substring(0, 6)));
  }

  @Test
  void onlyWhoseCaseItIsAndTheSupervisorMayRefer() {
    UUID caseId = Backstage.openCaseWithConsent();
    refer(Persona.COLLEAGUE, referral(caseId))
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    refer(Persona.OTHER_UNIT_SUPERVISOR, referral(caseId))
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    assertThat(Backstage.audit("MAKE_REFERRAL", caseId))
        .containsExactly("refused relation:SAME_UNIT", "refused not-found");
    refer(Persona.SUPERVISOR, referral(caseId)).then().statusCode(201);
  }

  @Test
  void whatTheSupervisorReferredTheOwnerReadsAndAFormerOwnerDoesNot() {
    UUID caseId = Backstage.openCaseWithConsent();
    String bySupervisor = refer(Persona.SUPERVISOR, referral(caseId)).path("id");
    String byOwner = refer(Persona.SOCIAL_WORKER, referral(caseId)).path("id");
    as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + bySupervisor).then().statusCode(200);
    Backstage.hand(caseId, Backstage.staff(Persona.COLLEAGUE), Backstage.PESHAWAR);
    as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + byOwner).then().statusCode(403);
    as(Persona.COLLEAGUE).get("/v1/referrals/" + byOwner).then().statusCode(200);
  }

  @Test
  void aReferralIsReadInTheCasesReachOnlyAndTheReadingIsOnRecord() {
    Requests.Sent sent = Requests.sent();
    String path = "/v1/referrals/" + sent.id();
    as(Persona.SUPERVISOR).get(path).then().statusCode(200).header("ETag", "\"v0\"");
    as(Persona.COLLEAGUE).get(path).then().statusCode(403);
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get(path).then().statusCode(404);
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/cases/" + sent.caseId() + "/referrals")
        .then()
        .statusCode(404);
    as(Persona.COLLEAGUE).get("/v1/cases/" + sent.caseId() + "/referrals").then().statusCode(403);
    assertThat(Backstage.audit("VIEW_REFERRAL", sent.id()))
        .contains("read ", "refused relation:SAME_UNIT", "refused not-found");
  }

  @Test
  void theListOfACaseIsReadPageByPageToItsEndNewestFirst() {
    UUID caseId = Backstage.openCaseWithConsent();
    for (int day = 1; day <= 3; day++) {
      refer(
              Persona.SOCIAL_WORKER,
              with(referral(caseId), "authoredAt", "2026-11-0" + day + "T05:00:00Z"))
          .then()
          .statusCode(201);
    }
    String base = "/v1/cases/" + caseId + "/referrals?limit=2";
    Response first = as(Persona.SOCIAL_WORKER).get(base);
    first.then().body("items.authoredAt", contains("2026-11-03T05:00:00Z", "2026-11-02T05:00:00Z"));
    as(Persona.SOCIAL_WORKER)
        .urlEncodingEnabled(false)
        .get(base + "&" + ServiceDirectoryTest.cursor(first.header("Link")))
        .then()
        .body("items.authoredAt", contains("2026-11-01T05:00:00Z"))
        .header("Link", nullValue());
  }

  @ParameterizedTest
  @EnumSource(
      value = Persona.class,
      names = {"COMMISSION_MONITOR", "COMMISSION_ADMIN", "AUDITOR", "HELPLINE_OPERATOR"})
  void theCommissionAndTheHelplineSeeNoReferral(Persona persona) {
    Requests.Sent sent = Requests.sent();
    refer(persona, referral(sent.caseId())).then().statusCode(403);
    as(persona).get("/v1/referrals/" + sent.id()).then().statusCode(403);
    as(persona).get("/v1/cases/" + sent.caseId() + "/referrals").then().statusCode(403);
    as(persona).get("/partner/v1/referrals").then().statusCode(403);
    as(persona).get("/partner/v1/referrals/" + sent.id()).then().statusCode(403);
  }

  @Test
  void aServiceTheDirectoryDoesNotListIsRefused() {
    UUID caseId = Backstage.openCaseWithConsent();
    refer(Persona.SOCIAL_WORKER, referral(caseId, UUID.randomUUID()))
        .then()
        .statusCode(422)
        .body("code", equalTo("service-unknown"));
  }

  @Test
  void aTimeThatHasNotComeOrThatNoPolicyCoversIsRefused() {
    UUID caseId = Backstage.openCaseWithConsent();
    clock.stopAt(Instant.parse("2026-11-10T05:00:00Z"));
    refer(
            Persona.SOCIAL_WORKER,
            with(referral(caseId), "authoredAt", "2026-11-10T05:00:00.000001Z"))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    refer(Persona.SOCIAL_WORKER, with(referral(caseId), "authoredAt", "2026-11-10T05:00:00Z"))
        .then()
        .statusCode(201);
    for (String old : new String[] {"2009-12-31T18:59:59Z", "0001-01-01T00:00:00Z"}) {
      refer(Persona.SOCIAL_WORKER, with(referral(caseId), "authoredAt", old))
          .then()
          .statusCode(422)
          .body("code", equalTo("before-any-deadline"));
    }
  }

  private static void sharing(UUID caseId, String decision, @Nullable UUID agency, String at) {
    Backstage.consent(caseId, "share-information", decision, agency, at, null);
  }

  private static void refused(UUID caseId) {
    refer(Persona.SOCIAL_WORKER, referral(caseId))
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("consent-missing"))
        .body("traceId", matchesRegex("[0-9a-f]{32}"));
  }
}
