package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.completed;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KafkaBackend;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What the others hear of a referral. */
@HifazatTest(service = "referrals")
class EventsOutTest {
  private static final String AREA = "org.hifazat.referrals.";

  private final RelayControl relay;

  EventsOutTest(RelayControl relay) {
    this.relay = relay;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void aReferralIsToldFromBeginningToEndInOrder() {
    Sent completed = completed();
    step(Persona.SOCIAL_WORKER, completed, "loop-closure", at(LATER)).then().statusCode(200);
    List<ConsumerRecord<String, byte[]>> told = told(completed.caseId(), 4);
    assertThat(told.stream().map(one -> Topic.header(one, "ce_type")))
        .containsExactly(
            AREA + "referral-requested.v1",
            AREA + "referral-moved.v1",
            AREA + "referral-moved.v1",
            AREA + "referral-loop-closed.v1");
    assertThat(told.stream().map(one -> Topic.header(one, "ce_aggregateversion")))
        .containsExactly("0", "1", "2", "3");
    assertThat(told)
        .allSatisfy(
            one -> {
              assertThat(Topic.header(one, "ce_source")).isEqualTo("/hifazat/referral-service");
              assertThat(Topic.header(one, "ce_subject")).isEqualTo(completed.id());
              assertThat(Topic.header(one, "traceparent")).isNotEmpty();
            });
    JsonPath requested = json(told.getFirst());
    assertThat(requested.getString("unitId")).isEqualTo(Persona.PESHAWAR);
    assertThat(requested.getString("serviceCategory")).isEqualTo("legal-aid");
    assertThat(requested.getString("respondBy")).isEqualTo("2026-11-02T07:30:00Z");
    JsonPath last = json(told.get(2));
    assertThat(last.getString("from")).isEqualTo("accepted");
    assertThat(last.getString("to")).isEqualTo("completed");
    assertThat(last.getString("at")).isEqualTo(LATER.toString());
    assertThat(last.getString("outcomeCode")).isEqualTo("provided");
  }

  @Test
  void aRefusedStepIsNotTold() {
    Sent sent = sent();
    step(Persona.PARTNER_SYSTEM, sent, "start", at(LATER)).then().statusCode(409);
    answered(sent, "acceptance", at(LATER));
    relay.flush();
    assertThat(told(sent.caseId(), 2)).hasSize(2);
  }

  @Test
  @DisabledIf("theBrokerIsBorrowed")
  void withoutABrokerAReferralIsSentAllTheSameAndToldLater() {
    UUID caseId;
    KafkaBackend.stopBroker();
    try {
      caseId = sent().caseId();
    } finally {
      KafkaBackend.startBroker();
    }
    assertThat(told(caseId, 1)).hasSize(1);
  }

  static boolean theBrokerIsBorrowed() {
    return System.getProperty("hifazat.test.kafka.pid") == null
        && System.getProperty("hifazat.test.kafka.container") == null;
  }

  /** Whatever the tests before this one made it tell, it kept to the contract. */
  @AfterAll
  static void everythingToldKeepsTheContractAndNamesNobody() {
    for (ConsumerRecord<String, byte[]> record : Topic.all(Topic.REFERRALS)) {
      Topic.CONTRACTS.assertPublishable(Topic.header(record, "ce_type"), record.value());
      assertThat(new String(record.value(), StandardCharsets.UTF_8))
          .doesNotContain("custody", "school", "uncle", "KP-TST");
    }
  }

  private static List<ConsumerRecord<String, byte[]>> told(UUID caseId, int count) {
    return Awaitility.await("events of " + caseId)
        .until(() -> Topic.read(Topic.REFERRALS, caseId), records -> records.size() >= count);
  }

  private static JsonPath json(ConsumerRecord<String, byte[]> record) {
    return JsonPath.from(new String(record.value(), StandardCharsets.UTF_8));
  }
}
