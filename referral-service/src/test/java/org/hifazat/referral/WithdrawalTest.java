package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Backstage.LEGAL_AID;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.completed;
import static org.hifazat.referral.Requests.overriding;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent that ends, ends what rests on it. */
@HifazatTest(service = "referrals")
class WithdrawalTest {
  private static final String PREFIX = "org.hifazat.cases.";

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void scenario11AWithdrawalCancelsOpenReferralsWithAReasonTheAgencySeesAndStopsItsReading() {
    Sent open = answered(sent(), "acceptance", at(LATER));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + open.id())
        .then()
        .body("packet", notNullValue());
    withdrawn(open.caseId(), "withdrawn");
    Response read = as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + open.id());
    read.then()
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("statusCode", equalTo("consent-withdrawn"))
        .body("packet", nullValue());
    assertThat(read.asString()).doesNotContain("invented", "custody", "uncle");
    step(Persona.PARTNER_SYSTEM, open.id(), read.header("ETag"), "start", at(LATER))
        .then()
        .statusCode(409);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + open.id())
        .then()
        .statusCode(200)
        .body("statusCode", equalTo("consent-withdrawn"))
        .body("packet.requestText", notNullValue());
    assertThat(Backstage.audit("END_SHARING", open.id()))
        .containsExactly("performed consent-withdrawn");
    refer(Persona.SOCIAL_WORKER, referral(open.caseId()))
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
  }

  @Test
  void anOverrideThatLapsedEndsReferralsTooAndSaysSo() {
    Sent open = sent();
    withdrawn(open.caseId(), "override-lapsed");
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + open.id())
        .then()
        .body("statusCode", equalTo("consent-lapsed"))
        .body("packet", nullValue());
  }

  @Test
  void whatWasCarriedOutStaysCarriedOutAndItsPacketIsReadNoMore() {
    Sent done = completed();
    withdrawn(done.caseId(), "withdrawn");
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + done.id())
        .then()
        .body("status", equalTo("completed"))
        .body("statusCode", nullValue())
        .body("packet", nullValue());
  }

  @Test
  void anotherCasesAndAReferralMadeWithoutConsentStayOpen() {
    Sent other = sent();
    UUID caseId = Backstage.openCase();
    Response without = refer(Persona.SOCIAL_WORKER, overriding(referral(caseId)));
    without.then().statusCode(201);
    withdrawn(caseId, "withdrawn");
    for (String id : new String[] {other.id(), without.path("id")}) {
      as(Persona.PARTNER_SYSTEM)
          .get("/partner/v1/referrals/" + id)
          .then()
          .body("status", equalTo("requested"))
          .body("packet", notNullValue());
    }
  }

  @Test
  void aCaregiversConsentWithoutTheChildsAssentIsNotEnoughAndAnOverrideIs() {
    UUID caseId = Backstage.openCase();
    handled(
        caseId,
        "consent-recorded",
        """
        {"caseId":"%s","consentId":"%s","purpose":"share-information","decision":"given",
         "agencyId":"%s","happenedAt":"2026-03-01T05:00:00Z","givenBy":"caregiver","stands":false}"""
            .formatted(caseId, UUID.randomUUID(), LEGAL_AID));
    refer(Persona.SOCIAL_WORKER, referral(caseId))
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
    handled(
        caseId,
        "consent-overridden",
        """
        {"caseId":"%s","overrideId":"%s","purpose":"share-information","agencyId":"%s",
         "reasonCode":"serious-risk","state":"awaiting","stands":true,"happenedAt":"2026-03-01T06:00:00Z"}"""
            .formatted(caseId, UUID.randomUUID(), LEGAL_AID));
    refer(Persona.SOCIAL_WORKER, referral(caseId)).then().statusCode(201);
  }

  private static void withdrawn(UUID caseId, String reason) {
    handled(
        caseId,
        "consent-withdrawn",
        """
        {"caseId":"%s","basisId":"%s","purpose":"share-information","agencyId":"%s","reason":"%s",
         "endedAt":"2026-11-03T05:00:00Z","recordedAt":"2026-11-03T05:01:00Z"}"""
            .formatted(caseId, UUID.randomUUID(), LEGAL_AID, reason));
  }

  private static void handled(UUID caseId, String name, String payload) {
    UUID event = UUID.randomUUID();
    Topic.send(Topic.CASES, PREFIX + name + ".v1", caseId, 1, event, payload);
    Awaitility.await("event " + event)
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
  }
}
