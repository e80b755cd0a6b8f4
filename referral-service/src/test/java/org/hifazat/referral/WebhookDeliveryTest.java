package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.outcome;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.without;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Patience;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.Webhooks.Endpoint;
import org.hifazat.referral.webhook.SecondSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How news of referrals reaches an agency's system, whatever state that is in. */
@HifazatTest(service = "referrals")
class WebhookDeliveryTest {
  private static final CountDownLatch LOCKED = new CountDownLatch(1);

  private final MutableClock clock;
  private final Receiver receiver = new Receiver();

  private final SecondSender second;

  WebhookDeliveryTest(MutableClock clock, SecondSender second) {
    this.clock = clock;
    this.second = second;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    Webhooks.none();
    // a busy machine makes no second try while the first is looked at
    clock.stopAt(clock.instant());
  }

  @AfterEach
  void leaveNothing() {
    Webhooks.none();
    receiver.close();
  }

  @Test
  void newsReachTheAgencySignedInOrderAndSayNothingOfTheChild() {
    Endpoint endpoint = Webhooks.at(receiver);
    Sent accepted = answered(sent(), "acceptance", at(LATER));
    answered(accepted, "completion", outcome(LATER, "provided"));
    got(3);
    assertThat(receiver.got().stream().map(one -> one.json().getString("type")))
        .containsExactly("referral.requested", "referral.moved", "referral.moved");
    for (Receiver.Got one : receiver.got()) {
      Map<String, Object> message = one.json().getMap("");
      assertThat(message.keySet()).isEqualTo(Set.of("type", "timestamp", "data"));
      assertThat(message.get("data"))
          .isEqualTo(
              Map.of(
                  "referralId",
                  accepted.id(),
                  "url",
                  "http://localhost:8600/partner/v1/referrals/" + accepted.id()));
      assertThat(one.verifiedBy(endpoint.publicKey(), clock.instant())).isTrue();
      assertThat(one.verifiedBy(endpoint.publicKey(), clock.instant().plusSeconds(360))).isFalse();
      assertThat(one.path()).isEqualTo("/hooks");
      assertThat(one.host()).isEqualTo("127.0.0.1:" + receiver.port());
    }
    assertThat(receiver.got().get(1).json().getString("timestamp")).isEqualTo(LATER.toString());
    assertThat(receiver.got().stream().map(Receiver.Got::id)).doesNotHaveDuplicates();
    Webhooks.awaitState(endpoint, "delivered", 3);
  }

  @Test
  void aRefusedChangeAndAnotherAgencysReferralAreNoNews() {
    Endpoint endpoint = Webhooks.at(receiver);
    UUID caseId = Backstage.openCaseWithConsent();
    refer(Persona.SOCIAL_WORKER, without(referral(caseId), "priority")).then().statusCode(400);
    Backstage.consent(
        caseId, "share-information", "given", Backstage.HOSPITAL, "2026-01-10T05:00:00Z", null);
    refer(Persona.SOCIAL_WORKER, referral(caseId, Backstage.HOSPITAL)).then().statusCode(201);
    Sent sent = sent(caseId);
    got(1);
    Webhooks.awaitState(endpoint, "delivered", 1);
    assertThat(receiver.got().getFirst().json().getString("data.referralId")).isEqualTo(sent.id());
  }

  @Test
  void aReceiverThatIsDownForHoursLosesNothingAndHearsInOrder() {
    Endpoint endpoint = Webhooks.at(receiver);
    receiver.answers(503);
    Sent accepted = answered(sent(), "acceptance", at(LATER));
    Webhooks.awaitTries(endpoint, accepted.id(), "1", "0");
    answered(accepted, "completion", outcome(LATER, "provided"));
    List<Duration> waits =
        List.of(
            Duration.ofSeconds(7),
            Duration.ofMinutes(7),
            Duration.ofMinutes(37),
            Duration.ofHours(3));
    for (int made = 2; made <= waits.size() + 1; made++) {
      clock.advance(waits.get(made - 2));
      Webhooks.awaitTries(endpoint, accepted.id(), Integer.toString(made), "0", "0");
    }
    Webhooks.messages(Persona.PARTNER_SYSTEM, endpoint, "waiting")
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("items[2].type", equalTo("referral.requested"))
        .body("items[2].attempts", equalTo(5))
        .body("items[2].lastOutcome", equalTo("refused"))
        .body("items[2].lastStatus", equalTo(503));
    receiver.answers(200);
    clock.advance(Duration.ofHours(7));
    Webhooks.awaitState(endpoint, "delivered", 3);
    List<Receiver.Got> got = receiver.got();
    assertThat(got.getLast().verifiedBy(endpoint.publicKey(), clock.instant())).isTrue();
    assertThat(got.subList(0, 6).stream().map(Receiver.Got::id).distinct()).hasSize(1);
    assertThat(got).as("six tries of the first, one of each other").hasSize(8);
    assertThat(got.stream().map(Receiver.Got::id).distinct())
        .as("as they happened")
        .containsExactlyElementsOf(
            Backstage.texts(
                "select message_id from webhook_delivery where endpoint_id = ? order by seq",
                UUID.fromString(endpoint.id())));
    assertThat(got.getLast().json().getString("type")).isEqualTo("referral.moved");
  }

  @Test
  void afterTheTenthTryAMessageHasFailedTheNextGoesOnAndBothCanBeSentAgain() {
    Endpoint endpoint = Webhooks.at(receiver);
    receiver.answers(500);
    Sent sent = sent();
    Webhooks.awaitTries(endpoint, sent.id(), "1");
    Backstage.execute(
        "update webhook_delivery set attempts = 9, next_at = now() - interval '1 hour'");
    Webhooks.awaitState(endpoint, "failed", 1);
    receiver.answers(200);
    answered(sent, "acceptance", at(LATER));
    Webhooks.awaitState(endpoint, "delivered", 1);
    String failed =
        Webhooks.messages(Persona.COMMISSION_ADMIN, endpoint, "failed")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].attempts", equalTo(10))
            .body("items[0].nextAttemptAt", nullValue())
            .extract()
            .path("items[0].id");
    Requests.as(Persona.PARTNER_SYSTEM)
        .body("{}")
        .post("/partner/v1/webhook-endpoints/" + endpoint.id() + "/messages/" + failed + "/replay")
        .then()
        .statusCode(200)
        .body("messages", equalTo(1));
    Webhooks.awaitState(endpoint, "delivered", 2);
    assertThat(receiver.got().getLast().id()).isEqualTo(failed);
    Instant since = clock.instant().minus(Duration.ofHours(1));
    Webhooks.replay(
            Persona.PARTNER_SYSTEM, endpoint, Map.of("since", since.toString(), "failedOnly", true))
        .then()
        .statusCode(200)
        .body("messages", equalTo(0));
    int before = receiver.got().size();
    Webhooks.replay(
            Persona.COMMISSION_ADMIN,
            endpoint,
            Map.of("since", since.toString(), "failedOnly", false))
        .then()
        .statusCode(200)
        .body("messages", equalTo(2));
    got(before + 2);
    assertThat(receiver.got().get(before).id()).as("in their order").isEqualTo(failed);
    assertThat(Backstage.audit("REPLAY_WEBHOOK", endpoint.id()))
        .containsExactly("performed messages:1", "performed messages:0", "performed messages:2");
  }

  @Test
  void goneIsBelievedAndWhatWaitsIsKeptUntilTheEndpointIsOpenedAgain() {
    Endpoint endpoint = Webhooks.at(receiver);
    receiver.answers(410);
    Sent sent = sent();
    Awaitility.await("closed")
        .until(
            () ->
                Backstage.count("select count(*) from webhook_endpoint where state = 'gone'") == 1);
    answered(sent, "acceptance", at(LATER));
    clock.advance(Duration.ofDays(2));
    sent();
    assertThat(receiver.got()).hasSize(1);
    receiver.answers(200);
    Endpoint gone =
        Endpoint.of(
            Requests.as(Persona.PARTNER_SYSTEM)
                .get("/partner/v1/webhook-endpoints/" + endpoint.id()));
    Webhooks.change(Persona.PARTNER_SYSTEM, gone, "resumption", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("active"));
    Webhooks.awaitState(endpoint, "delivered", 3);
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (Receiver other = new Receiver()) {
      receiver.sendsOnTo(other.url());
      Endpoint endpoint = Webhooks.at(receiver);
      Webhooks.test(Persona.PARTNER_SYSTEM, endpoint)
          .then()
          .statusCode(200)
          .body("outcome", equalTo("redirected"))
          .body("status", equalTo(307));
      Sent sent = sent();
      Webhooks.awaitTries(endpoint, sent.id(), "1");
      assertThat(other.got()).isEmpty();
    }
  }

  @Test
  void aSilentAndADeadReceiverDelayNobodyElse() {
    try (Receiver silent = new Receiver();
        Receiver dead = new Receiver()) {
      silent.fallsSilent();
      Endpoint slow = Webhooks.at(silent);
      Endpoint unreachable = Webhooks.at(dead);
      dead.close();
      Endpoint well = Webhooks.at(receiver);
      Sent first = sent();
      Awaitility.await("the silent one has it").until(() -> !silent.got().isEmpty());
      sent();
      sent();
      Webhooks.awaitState(well, "delivered", 3);
      assertThat(Webhooks.tries(slow, first.id())).as("still waiting for it").containsExactly("0");
      Webhooks.awaitTries(slow, first.id(), "1");
      Webhooks.awaitTries(unreachable, first.id(), "1");
      assertThat(outcomes(slow, first)).containsExactly("timed-out");
      assertThat(outcomes(unreachable, first)).containsExactly("unreachable");
    }
  }

  @Test
  void anAddressThatCameToBeAClosedOneIsNotConnectedTo() {
    Endpoint endpoint = Webhooks.at(receiver);
    // What a name may be changed to after it was set up.
    Backstage.execute(
        "update webhook_endpoint set url = ?", "http://127.0.0.2:" + receiver.port() + "/hooks");
    Webhooks.test(Persona.PARTNER_SYSTEM, endpoint)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("address-refused"));
    Sent sent = sent();
    Webhooks.awaitTries(endpoint, sent.id(), "1");
    assertThat(outcomes(endpoint, sent)).containsExactly("address-refused");
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void aReceiverThatAsksForRestIsLeftAloneThatLongAndNoLessThanPlanned() {
    Endpoint endpoint = Webhooks.at(receiver);
    receiver.asksForRest(429, "3600");
    Sent sent = sent();
    Webhooks.awaitTries(endpoint, sent.id(), "1");
    assertThat(restOf(endpoint)).isEqualTo(3600);
    receiver.asksForRest(503, "1");
    clock.advance(Duration.ofSeconds(3600));
    Webhooks.awaitTries(endpoint, sent.id(), "2");
    assertThat(restOf(endpoint)).as("the plan's five minutes").isBetween(300L, 360L);
    receiver.asksForRest(503, "999999999");
    clock.advance(Duration.ofMinutes(7));
    Webhooks.awaitTries(endpoint, sent.id(), "3");
    assertThat(restOf(endpoint)).as("a day at most").isEqualTo(86_400);
  }

  private static long restOf(Endpoint endpoint) {
    return Backstage.count(
        "select round(extract(epoch from next_at - last_at))::bigint from webhook_delivery"
            + " where endpoint_id = ?",
        UUID.fromString(endpoint.id()));
  }

  @Test
  void whoDiesBetweenSendingAndRecordingHasItsMessageSentAgainUnderTheSameId() {
    Endpoint endpoint = Webhooks.at(receiver);
    receiver.meanwhile(WebhookDeliveryTest::theRecordOfItIsLost);
    sent();
    Awaitility.await("claimed, sent and not recorded")
        .until(
            () ->
                Backstage.count(
                        "select count(*) from webhook_delivery where endpoint_id = ?"
                            + " and state = 'waiting' and claim is not null and attempts = 0",
                        UUID.fromString(endpoint.id()))
                    == 1);
    got(1);
    clock.advance(Duration.ofMinutes(5));
    got(2);
    Webhooks.awaitState(endpoint, "delivered", 1);
    assertThat(receiver.got().stream().map(Receiver.Got::id).distinct()).hasSize(1);
    assertThat(receiver.got().getLast().verifiedBy(endpoint.publicKey(), clock.instant())).isTrue();
  }

  /** The sender's connection dies while it records, as when its machine does. */
  private static void theRecordOfItIsLost() {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Connection held = PostgresBackend.superuser("referrals");
                  Statement holding = held.createStatement()) {
                held.setAutoCommit(false);
                holding.execute("select 1 from webhook_delivery for update");
                LOCKED.countDown();
                Awaitility.await("the record is killed")
                    .until(
                        () ->
                            Backstage.count(
                                    "select count(pg_terminate_backend(l.pid)) from pg_locks l"
                                        + " join pg_stat_activity a using (pid)"
                                        + " where not l.granted and a.datname = current_database()"
                                        + " and a.query like '%update webhook_delivery%'")
                                > 0);
                held.rollback();
              } catch (SQLException fault) {
                throw new IllegalStateException(fault);
              }
            });
    try {
      assertThat(LOCKED.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void ofSeveralSendersAtOnceEachMessageIsSentByOneAndInOrder() throws Exception {
    Endpoint endpoint = Webhooks.at(receiver);
    receiver.answers(503);
    Sent sent = sent();
    Webhooks.awaitTries(endpoint, sent.id(), "1");
    Sent accepted = answered(sent, "acceptance", at(LATER));
    answered(accepted, "completion", outcome(LATER, "provided"));
    for (int others = 0; others < 5; others++) {
      sent();
    }
    UUID id = UUID.fromString(endpoint.id());
    Awaitility.await("nothing is on its way")
        .until(
            () ->
                Backstage.count(
                        "select count(*) from webhook_delivery where endpoint_id = ? and claim is not null",
                        id)
                    == 0);
    int before = receiver.got().size();
    receiver.answers(200);
    Backstage.execute("update webhook_delivery set next_at = now() - interval '1 hour'");
    clock.advance(Duration.ofSeconds(1));
    Callable<Boolean> sender =
        () -> {
          second.along(id);
          return true;
        };
    try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> one : senders.invokeAll(List.of(sender, sender, sender, sender))) {
        one.get();
      }
    }
    Webhooks.awaitState(endpoint, "delivered", 8);
    List<Receiver.Got> got = receiver.got().subList(before, receiver.got().size());
    assertThat(got.stream().map(Receiver.Got::id)).hasSize(8).doesNotHaveDuplicates();
    assertThat(
            got.stream()
                .filter(one -> one.json().getString("data.referralId").equals(sent.id()))
                .map(Receiver.Got::id))
        .containsExactlyElementsOf(
            Backstage.texts(
                "select message_id from webhook_delivery where endpoint_id = ?"
                    + " and referral_id::text = ? order by seq",
                id,
                sent.id()));
  }

  private static List<String> outcomes(Endpoint endpoint, Sent sent) {
    return Backstage.texts(
        "select last_outcome from webhook_delivery where endpoint_id = ? and referral_id = ?",
        UUID.fromString(endpoint.id()),
        UUID.fromString(sent.id()));
  }

  private void got(int count) {
    Awaitility.await(count + " messages").until(() -> receiver.got().size() == count);
  }
}
