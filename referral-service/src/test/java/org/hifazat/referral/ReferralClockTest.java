package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.AUTHORED;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.outcome;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.requests.TellOfClocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of a referral that waits, when. High priority: a day to answer, three in all. */
@HifazatTest(service = "referrals")
class ReferralClockTest {
  private static final String ESCALATED = "org.hifazat.referrals.referral-escalated.v1";

  private final MutableClock clock;
  private final TellOfClocks clocks;
  private final RelayControl relay;

  ReferralClockTest(MutableClock clock, TellOfClocks clocks, RelayControl relay) {
    this.clock = clock;
    this.clocks = clocks;
    this.relay = relay;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    Webhooks.none();
    Backstage.execute("update referral_clock set next_at = null");
    NoticeTest.none();
    clock.stopAt(AUTHORED);
  }

  @AfterEach
  void leaveNothing() {
    Webhooks.none();
    NoticeTest.none();
  }

  @Test
  void theAgencyIsRemindedAtHalfTheUnitToldAtTheEndTheCommissionAtTwiceTheTime() {
    UUID endpoint =
        UUID.fromString(Webhooks.add(Persona.PARTNER_SYSTEM, "http://127.0.0.1:1/").path("id"));
    Sent sent = sent();
    tellAt(Duration.ofHours(12).minusSeconds(1));
    assertThat(told(sent)).isEmpty();
    tellAt(Duration.ofHours(12));
    tellAt(Duration.ofHours(24));
    tellAt(Duration.ofHours(36));
    tellAt(Duration.ofHours(48));
    tellAt(Duration.ofHours(72));
    clocks.tellAll();
    awaitTold(
        sent,
        "respond reminder",
        "respond supervisor",
        "complete reminder",
        "respond commission",
        "complete supervisor");
    assertThat(
            Backstage.texts(
                "select extract(epoch from next_at - due_at) / 3600 || '' from referral_clock"
                    + " where clock = 'respond' and referral_id::text = ?",
                sent.id()))
        .as("high priority: ended three days after it should have been answered")
        .allMatch(hours -> hours.startsWith("72."));
    assertThat(
            Backstage.texts(
                "select type from webhook_delivery where endpoint_id = ? order by seq", endpoint))
        .containsExactly(
            "referral.requested",
            "referral.reminded",
            "referral.overdue",
            "referral.reminded",
            "referral.overdue");
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + sent.id())
        .then()
        .header("ETag", equalTo("\"v0\""));
  }

  @Test
  void whatNobodyEverAnswersEndsAfterItsTermIsReadNoMoreAndTheUnitIsToldToFindAnotherWay() {
    Sent sent = sent();
    Sent answered = sent();
    Backstage.execute(
        "update referral_clock set told = 3, next_at = due_at + interval '72 hours'"
            + " where clock = 'respond' and referral_id::text in (?, ?)",
        sent.id(),
        answered.id());
    Backstage.put(answered.id(), "accepted");
    tellAt(Duration.ofHours(96).minusSeconds(1));
    partnerSees(sent, "not-accepted");
    NoticeTest.add(Persona.PARTNER_WORKER, "sms", "+923335550018").then().statusCode(201);
    tellAt(Duration.ofHours(96));
    assertThat(NoticeTest.waiting()).containsExactly("changed");
    Response ended = as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + sent.id());
    ended
        .then()
        .body("status", equalTo("cancelled"))
        .body("statusCode", equalTo("unanswered"))
        .body("packetState", equalTo("time-over"))
        .body("packet", nullValue())
        .body("summary", nullValue());
    step(Persona.PARTNER_SYSTEM, sent.id(), ended.header("ETag"), "acceptance", at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("step-not-allowed"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + sent.id())
        .then()
        .body("statusCode", equalTo("unanswered"))
        .body("history.to", contains("requested", "cancelled"));
    awaitTold(sent, "complete supervisor", "respond ended");
    assertThat(Backstage.audit("END_UNANSWERED", sent.id()))
        .containsExactly("performed unanswered");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + answered.id())
        .then()
        .body("status", equalTo("accepted"));
  }

  @Test
  void anAnswerStopsTheFirstClockTheEndTheSecondAndLateNobodyIsReminded() {
    clock.stopAt(LATER.plusSeconds(60));
    Sent accepted = answered(sent(), "acceptance", at(LATER));
    Sent done =
        answered(
            answered(sent(), "acceptance", at(LATER)), "completion", outcome(LATER, "provided"));
    tellAt(Duration.ofDays(10));
    awaitTold(accepted, "complete supervisor", "complete commission");
    assertThat(told(done)).isEmpty();
  }

  @Test
  void whatIsRecordedWhenItsTimeWasOverGivesTheAgencyThatTimeFromThenOn() {
    clock.stopAt(AUTHORED.plus(Duration.ofDays(10)));
    Sent sent = sent();
    clocks.tellAll();
    tellAt(Duration.ofDays(11));
    awaitTold(sent, "respond supervisor");
  }

  @Test
  void twoInstancesTellEachOnce() throws Exception {
    Sent sent = sent();
    clock.stopAt(AUTHORED.plus(Duration.ofHours(25)));
    Callable<Integer> look = clocks::tellAll;
    try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
      for (Future<Integer> told : instances.invokeAll(List.of(look, look, look))) {
        told.get();
      }
    }
    clocks.tellAll();
    awaitTold(sent, "respond supervisor");
  }

  @Test
  void aConsentEndsAfterItsLastDayThoughNobodyElseTellsSo() {
    UUID caseId = Backstage.openCase();
    Backstage.execute(
        "insert into known_sharing (case_id, agency_id, stands, stands_until, basis_id)"
            + " values (?, ?, true, '2026-11-05', ?)",
        caseId,
        Backstage.LEGAL_AID,
        UUID.randomUUID());
    clock.stopAt(LATER);
    Sent sent = answered(sent(caseId), "acceptance", at(LATER));
    clock.stopAt(Instant.parse("2026-11-05T18:59:59Z"));
    clocks.tellAll();
    partnerSees(sent, "readable");
    clock.stopAt(Instant.parse("2026-11-05T19:00:00Z"));
    clocks.tellAll();
    partnerSees(sent, "consent-ended");
  }

  @Test
  void anOverrideNobodyConfirmsInTimeEndsThoughNobodyElseTellsSo() {
    UUID caseId = Backstage.openCase();
    UUID event = UUID.randomUUID();
    Topic.send(
        Topic.CASES,
        "org.hifazat.cases.consent-overridden.v1",
        caseId,
        1,
        event,
        """
        {"caseId":"%s","overrideId":"%s","purpose":"share-information","agencyId":"%s",
         "reasonCode":"serious-risk","state":"awaiting","stands":true,
         "confirmBy":"%s","happenedAt":"%s"}"""
            .formatted(
                caseId,
                UUID.randomUUID(),
                Backstage.LEGAL_AID,
                AUTHORED.plus(Duration.ofHours(24)),
                AUTHORED));
    Awaitility.await("it is known")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
    Sent sent = sent(caseId);
    tellAt(Duration.ofHours(24).minusSeconds(1));
    partnerSees(sent, "not-accepted");
    clock.stopAt(AUTHORED.plus(Duration.ofHours(24)));
    Requests.refer(Persona.SOCIAL_WORKER, Requests.referral(caseId))
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
    clocks.tellAll();
    partnerSees(sent, "consent-ended");
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + sent.id())
        .then()
        .body("statusCode", equalTo("consent-lapsed"));
  }

  private static void partnerSees(Sent sent, String packetState) {
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + sent.id())
        .then()
        .body("packetState", equalTo(packetState));
  }

  private void tellAt(Duration afterAuthored) {
    clock.stopAt(AUTHORED.plus(afterAuthored));
    clocks.tellAll();
    relay.flush();
  }

  private static void awaitTold(Sent sent, String... told) {
    Awaitility.await("told of " + sent.id()).until(() -> told(sent).size() >= told.length);
    assertThat(told(sent)).containsExactly(told);
  }

  private static List<String> told(Sent sent) {
    return Topic.read(Topic.REFERRALS, sent.caseId()).stream()
        .filter(one -> Topic.header(one, "ce_type").equals(ESCALATED))
        .map(one -> JsonPath.from(new String(one.value(), StandardCharsets.UTF_8)))
        .map(json -> json.getString("clock") + " " + json.getString("level"))
        .toList();
  }
}
