package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Backstage.LEGAL_AID;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.accepted;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.completed;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent that ends, ends what rests on it. */
@HifazatTest(service = "referrals")
class WithdrawalTest {
  private static final String PREFIX = "org.hifazat.cases.";

  @BeforeEach
  void arrange() {
    Agencies.known();
    leaveNobodyToTell();
  }

  @AfterEach
  void leaveNobodyToTell() {
    Webhooks.none();
    NoticeTest.none();
  }

  /** The agency's system and its people hear from now on; the endpoint's id. */
  private static String told() {
    NoticeTest.add(Persona.PARTNER_WORKER, "sms", "+923335550016").then().statusCode(201);
    Response added = Webhooks.add(Persona.PARTNER_SYSTEM, "http://127.0.0.1:1/");
    added.then().statusCode(201);
    return added.path("id");
  }

  private static List<String> messages(String endpoint) {
    return Backstage.texts(
        "select type || ' ' || referral_id from webhook_delivery where endpoint_id::text = ?"
            + " order by seq",
        endpoint);
  }

  @Test
  void scenario11AWithdrawalCancelsOpenReferralsWithAReasonTheAgencySeesAndStopsItsReading() {
    Sent open = answered(sent(), "acceptance", at(LATER));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + open.id())
        .then()
        .body("packet", notNullValue());
    String endpoint = told();
    withdrawn(open.caseId(), "withdrawn");
    assertThat(messages(endpoint)).containsExactly("referral.moved " + open.id());
    assertThat(NoticeTest.waiting()).containsExactly("changed");
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
  void anOverrideNobodyConfirmedInTimeEndsItsReferralsAndSaysSo() {
    Sent open = sent(Backstage.openCaseOverridden());
    String endpoint = told();
    withdrawn(open.caseId(), "override-lapsed");
    assertThat(messages(endpoint)).containsExactly("referral.moved " + open.id());
    assertThat(NoticeTest.waiting()).containsExactly("changed");
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + open.id())
        .then()
        .body("statusCode", equalTo("consent-lapsed"))
        .body("packet", nullValue());
  }

  @Test
  void whatWasCarriedOutStaysCarriedOutItsPacketIsReadNoMoreAndTheAgencyIsTold() {
    Sent done = completed();
    String endpoint = told();
    withdrawn(done.caseId(), "withdrawn");
    assertThat(messages(endpoint)).containsExactly("referral.packet_closed " + done.id());
    assertThat(NoticeTest.waiting()).containsExactly("changed");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + done.id())
        .then()
        .body("outcome.text", equalTo("The court heard the child"));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + done.id())
        .then()
        .body("status", equalTo("completed"))
        .body("outcome.code", equalTo("provided"))
        .body("outcome.text", nullValue())
        .body("statusCode", nullValue())
        .body("packet", nullValue());
  }

  @Test
  void whoDeclinedAndReadsNothingAnyMoreIsNotCalledToLook() {
    Sent declined = answered(sent(), "rejection", because(LATER, "out-of-area"));
    String endpoint = told();
    withdrawn(declined.caseId(), "withdrawn");
    assertThat(messages(endpoint)).containsExactly("referral.packet_closed " + declined.id());
    assertThat(NoticeTest.waiting()).isEmpty();
  }

  @Test
  void aWithdrawalThatComesWhileTheReferralIsBeingSentEndsItToo() throws Exception {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID event = Topic.eventId();
    try (ExecutorService sender = Executors.newSingleThreadExecutor();
        Connection held = PostgresBackend.superuser("referrals");
        Statement holding = held.createStatement()) {
      held.setAutoCommit(false);
      holding.execute("lock table referral in share row exclusive mode");
      Future<Response> sent = sender.submit(() -> refer(Persona.SOCIAL_WORKER, referral(caseId)));
      Awaitility.await("consent was read, the referral is not yet written")
          .until(() -> waiting("relation") == 1);
      Topic.send(
          Topic.CASES,
          PREFIX + "consent-withdrawn.v1",
          caseId,
          1,
          event,
          withdrawal(caseId, "withdrawn"));
      Awaitility.await("the withdrawal waits for the sender, or has passed it by")
          .until(() -> waiting("advisory") == 1 || taken(event));
      held.rollback();
      String id = sent.get().then().statusCode(201).extract().path("id");
      Awaitility.await("event " + event).until(() -> taken(event));
      as(Persona.PARTNER_SYSTEM)
          .get("/partner/v1/referrals/" + id)
          .then()
          .body("status", equalTo("cancelled"))
          .body("statusCode", equalTo("consent-withdrawn"))
          .body("packet", nullValue());
    }
  }

  private static long waiting(String kind) {
    return Backstage.count(
        "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
            + " where not l.granted and l.locktype = ? and a.datname = current_database()",
        kind);
  }

  private static boolean taken(UUID event) {
    return Backstage.count("select count(*) from inbox where event_id = ?", event) == 1;
  }

  @Test
  void anotherCasesReferralsStayOpenAndAnotherAgencyHearsNothing() {
    Sent other = accepted(sent());
    Sent ended = sent();
    String endpoint = told();
    NoticeTest.none();
    NoticeTest.add(Persona.OTHER_PARTNER_WORKER, "sms", "+923335550017").then().statusCode(201);
    withdrawn(ended.caseId(), "withdrawn");
    assertThat(messages(endpoint)).containsExactly("referral.moved " + ended.id());
    assertThat(NoticeTest.waiting()).isEmpty();
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + other.id())
        .then()
        .body("status", equalTo("accepted"))
        .body("packet", notNullValue());
  }

  @Test
  void
      aCaregiversConsentWithoutTheChildsAssentIsNotEnoughAnOverrideIsAndForTheLeastOnlyUntilConfirmed() {
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
    overridden(caseId, "awaiting");
    refer(Persona.SOCIAL_WORKER, referral(caseId))
        .then()
        .statusCode(201)
        .body("consentOverridden", equalTo(true));
    Map<String, Object> more =
        Requests.with(
            Requests.packet(),
            "items",
            List.of(
                Map.of(
                    "kind", "document-status", "text", "No card", "because", "To be registered")));
    String preview =
        PacketTest.preview(Persona.SOCIAL_WORKER, caseId, LEGAL_AID, more).path("preview");
    Map<String, Object> body =
        Requests.with(Requests.with(referral(caseId), "packet", more), "preview", preview);
    refer(Persona.SOCIAL_WORKER, body)
        .then()
        .statusCode(409)
        .body("code", equalTo("second-person-awaited"));
    overridden(caseId, "confirmed");
    refer(Persona.SOCIAL_WORKER, body).then().statusCode(201);
  }

  @Test
  void aYesThatWasSetAsideAndIsDeliveredAgainUndoesNoLaterWithdrawal() {
    UUID caseId = Backstage.openCase();
    UUID setAside = Topic.eventId();
    withdrawn(caseId, "withdrawn");
    handled(setAside, caseId, "consent-recorded", given(caseId));
    assertThat(stands(caseId)).containsExactly("f");
    refer(Persona.SOCIAL_WORKER, referral(caseId))
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
    handled(caseId, "consent-recorded", given(caseId));
    assertThat(stands(caseId)).containsExactly("t");
    Sent open = sent(caseId);
    withdrawn(caseId, "withdrawn");
    assertThat(stands(caseId)).containsExactly("f");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + open.id())
        .then()
        .body("status", equalTo("cancelled"));
  }

  @Test
  void aWithdrawalThatComesAfterALaterYesEndsWhatWasSentAndTheYesStands() {
    UUID caseId = Backstage.openCaseWithConsent();
    Sent open = sent(caseId);
    UUID setAside = Topic.eventId();
    handled(caseId, "consent-recorded", given(caseId));
    handled(setAside, caseId, "consent-withdrawn", withdrawal(caseId, "withdrawn"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + open.id())
        .then()
        .body("status", equalTo("cancelled"));
    assertThat(stands(caseId)).containsExactly("t");
    refer(Persona.SOCIAL_WORKER, referral(caseId)).then().statusCode(201);
  }

  @Test
  void aWithdrawalThatComesLateOrOnceMoreEndsNothingThatWasSentOnTheNewerYes() {
    UUID caseId = Backstage.openCaseWithConsent();
    Sent before = sent(caseId);
    UUID setAside = Topic.eventId();
    handled(caseId, "consent-recorded", given(caseId));
    Sent onTheNewer = sent(caseId);
    Sent begun = answered(answered(sent(caseId), "acceptance", at(LATER)), "start", at(LATER));
    String late = withdrawal(caseId, "withdrawn");
    handled(setAside, caseId, "consent-withdrawn", late);
    Backstage.execute("delete from inbox where event_id = ?", setAside);
    handled(setAside, caseId, "consent-withdrawn", late);
    assertThat(List.of(status(before), status(onTheNewer), status(begun)))
        .containsExactly("cancelled", "requested", "in-progress");
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + begun.id())
        .then()
        .body("packet", notNullValue());
    assertThat(Backstage.audit("END_SHARING", onTheNewer.id())).isEmpty();
    withdrawn(caseId, "withdrawn");
    assertThat(List.of(status(onTheNewer), status(begun)))
        .containsExactly("cancelled", "cancelled");
  }

  @Test
  void aReferralSentOnAYesThatWasTakenBackAlreadyEndsWhenTheWithdrawalComes() {
    UUID caseId = Backstage.openCaseWithConsent();
    handled(caseId, "consent-recorded", given(caseId));
    UUID setAside = Topic.eventId();
    Sent meanwhile = sent(caseId);
    handled(setAside, caseId, "consent-withdrawn", withdrawal(caseId, "withdrawn"));
    assertThat(status(meanwhile)).isEqualTo("cancelled");
  }

  private static String status(Sent sent) {
    return as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + sent.id()).path("status");
  }

  /** As the version wrote that knew of agencies alone; it runs beside this one for a while. */
  @Test
  void theVersionBeforeTakesInItsWordsBesideThisOne() {
    UUID caseId = Backstage.openCase();
    for (boolean stands : new boolean[] {true, false, true}) {
      Backstage.execute(
          "insert into known_sharing (case_id, agency_id, stands, basis_id) values (?, ?, ?, ?)"
              + " on conflict (case_id, agency_id) do update"
              + " set stands = excluded.stands, basis_id = excluded.basis_id",
          caseId,
          LEGAL_AID,
          stands,
          UUID.randomUUID());
    }
    assertThat(stands(caseId)).containsExactly("t");
    withdrawn(caseId, "withdrawn");
    assertThat(stands(caseId)).containsExactly("f");
  }

  private static List<String> stands(UUID caseId) {
    return Backstage.texts("select stands from known_sharing where case_id = ?", caseId);
  }

  private static String given(UUID caseId) {
    return """
        {"caseId":"%s","consentId":"%s","purpose":"share-information","decision":"given",
         "agencyId":"%s","happenedAt":"2026-03-01T05:00:00Z","givenBy":"caregiver","stands":true}"""
        .formatted(caseId, UUID.randomUUID(), LEGAL_AID);
  }

  private static void overridden(UUID caseId, String state) {
    handled(
        caseId,
        "consent-overridden",
        """
        {"caseId":"%s","overrideId":"%s","purpose":"share-information","agencyId":"%s",
         "reasonCode":"serious-risk","state":"%s","stands":true,"happenedAt":"2026-03-01T06:00:00Z"}"""
            .formatted(caseId, UUID.randomUUID(), LEGAL_AID, state));
  }

  private static void withdrawn(UUID caseId, String reason) {
    handled(caseId, "consent-withdrawn", withdrawal(caseId, reason));
  }

  private static String withdrawal(UUID caseId, String reason) {
    return """
        {"caseId":"%s","basisId":"%s","purpose":"share-information","agencyId":"%s","reason":"%s",
         "endedAt":"2026-11-03T05:00:00Z","recordedAt":"2026-11-03T05:01:00Z"}"""
        .formatted(caseId, UUID.randomUUID(), LEGAL_AID, reason);
  }

  private static void handled(UUID caseId, String name, String payload) {
    handled(Topic.eventId(), caseId, name, payload);
  }

  private static void handled(UUID event, UUID caseId, String name, String payload) {
    Topic.send(Topic.CASES, PREFIX + name + ".v1", caseId, 1, event, payload);
    Awaitility.await("event " + event).until(() -> taken(event));
  }
}
