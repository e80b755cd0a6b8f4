package org.hifazat.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.hifazat.platform.messaging.Deliveries.Outcome;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Patience;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "messaging", keycloak = false)
class DeliveriesTest {
  private static final String DEAD = "hifazat.test.v1.messaging-test.dead-letter";

  @Inject Deliveries deliveries;
  @Inject Inbox inbox;
  @Inject World world;
  @Inject Troubles troubles;
  @Inject IdSource ids;
  @Inject MutableClock clock;

  @Test
  void anEventDeliveredTwiceIsAppliedOnce() {
    ConsumerRecord<String, byte[]> record = record(ids.next(), "twice", 1);

    assertThat(receive(record)).isEqualTo(Outcome.APPLIED);
    assertThat(receive(record)).isEqualTo(Outcome.DUPLICATE);

    assertThat(world.appliedVersions("twice")).containsExactly(1L);
  }

  @Test
  void anotherConsumerAppliesTheSameEventForItself() {
    ConsumerRecord<String, byte[]> record = record(ids.next(), "two-consumers", 1);

    assertThat(receive(record)).isEqualTo(Outcome.APPLIED);
    assertThat(deliveries.receive("someone-else", World.TOPIC, record)).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void eventsOutOfOrderAreAllAppliedAndTheNewestVersionStays() {
    receive(record(ids.next(), "out-of-order", 2));
    receive(record(ids.next(), "out-of-order", 1));

    assertThat(world.appliedVersions("out-of-order")).containsExactly(2L, 1L);
    assertThat(world.newest("out-of-order")).isEqualTo(2);
  }

  @Test
  void aTypeNobodyHandlesIsIgnoredWithoutATrace() {
    UUID id = ids.next();
    ConsumerRecord<String, byte[]> record = record(id, "unknown-type", 1);
    Envelope.add(record.headers(), "ce_type", "org.hifazat.test.something-else.v1");

    assertThat(receive(record)).isEqualTo(Outcome.IGNORED);

    assertThat(world.inInbox(id)).isZero();
  }

  @Test
  void fieldsTheHandlerDoesNotKnowAreIgnored() {
    ConsumerRecord<String, byte[]> record =
        record(
            ids.next(),
            "tolerant",
            1,
            "{\"mood\":\"calm\",\"writtenAt\":\"2026-01-01T00:00:00Z\",\"new\":{\"a\":1}}");

    assertThat(receive(record)).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aPassingFailureIsTriedAgainAndAppliedOnce() {
    troubles.fail("passing-failure", 4);

    assertThat(receive(record(ids.next(), "passing-failure", 1))).isEqualTo(Outcome.APPLIED);

    assertThat(world.appliedVersions("passing-failure")).containsExactly(1L);
  }

  @Test
  void aLastingFailureBecomesADeadLetterAndLeavesNothingBehind() {
    UUID id = ids.next();
    troubles.fail("lasting-failure", 5);

    assertThat(receive(record(id, "lasting-failure", 1))).isEqualTo(Outcome.DEAD_LETTER);

    assertThat(world.applied("lasting-failure")).isEmpty();
    assertThat(world.inInbox(id)).isZero();
    ConsumerRecord<String, byte[]> letter = world.onTopic(DEAD, "lasting-failure").getFirst();
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo("ATTEMPTS_EXHAUSTED");
    assertThat(header(letter, "ce_id")).isEqualTo(id.toString());
    assertThat(header(letter, "hifazat_dead_letter_exception"))
        .isEqualTo(IllegalStateException.class.getName());
  }

  @Test
  void aPayloadThatIsNoJsonGoesToTheDeadLettersUnchangedAndIsNotRepeatedInAnyHeader() {
    receive(record(ids.next(), "no-json", 1, "{\"mood\":17,\"writtenAt\":\"Gulalai\""));

    ConsumerRecord<String, byte[]> letter = world.onTopic(DEAD, "no-json").getFirst();
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo("POISON");
    assertThat(new String(letter.value(), UTF_8)).contains("Gulalai");
    letter
        .headers()
        .forEach(each -> assertThat(new String(each.value(), UTF_8)).doesNotContain("Gulalai"));
  }

  @Test
  void anEnvelopeWithoutAnIdGoesToTheDeadLetters() {
    ConsumerRecord<String, byte[]> record = record(ids.next(), "no-id", 1);
    record.headers().remove("ce_id");

    assertThat(receive(record)).isEqualTo(Outcome.DEAD_LETTER);

    assertThat(header(world.onTopic(DEAD, "no-id").getFirst(), DeadLetters.REASON))
        .isEqualTo("MALFORMED_ENVELOPE");
  }

  @Test
  void aRecordWithoutAValueGoesToTheDeadLetters() {
    ConsumerRecord<String, byte[]> empty =
        new ConsumerRecord<>(World.TOPIC, 0, 0, "no-value", null);
    record(ids.next(), "no-value", 1).headers().forEach(h -> empty.headers().add(h));

    assertThat(receive(empty)).isEqualTo(Outcome.DEAD_LETTER);
  }

  @Test
  void aDatabaseThatIsAwayMakesNoDeadLetter() throws Exception {
    UUID id = ids.next();
    try (var executor = Executors.newSingleThreadExecutor();
        Connection superuser = World.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("alter role messaging_app nologin");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'messaging_app'");
      Future<Outcome> outcome = executor.submit(() -> receive(record(id, "database-away", 1)));
      try {
        // longer than all counted tries together
        Awaitility.await()
            .during(Duration.ofSeconds(2))
            .atMost(Patience.LONG)
            .until(() -> !outcome.isDone());
      } finally {
        statement.execute("alter role messaging_app login");
      }
      assertThat(outcome.get()).isEqualTo(Outcome.APPLIED);
    }

    assertThat(world.appliedVersions("database-away")).containsExactly(1L);
  }

  @Test
  void theInboxForgetsWhatItsTopicHasDroppedAndKeepsTheRest() throws SQLException {
    UUID dropped = ids.next();
    UUID kept = ids.next();
    UUID fresh = ids.next();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(inbox.firstTime("pruning", dropped, World.TOPIC)).isTrue();
              assertThat(inbox.firstTime("pruning", kept, "hifazat.directory.v1")).isTrue();
            });
    clock.advance(Duration.ofDays(46));
    QuarkusTransaction.requiringNew()
        .run(() -> assertThat(inbox.firstTime("pruning", fresh, World.TOPIC)).isTrue());

    inbox.prune();

    assertThat(List.of(world.inInbox(dropped), world.inInbox(kept), world.inInbox(fresh)))
        .containsExactly(0L, 1L, 1L);
  }

  @Test
  void rememberingOutsideATransactionIsRefused() {
    assertThatThrownBy(() -> inbox.firstTime("outside", ids.next(), World.TOPIC))
        .isInstanceOf(TransactionalException.class);
  }

  private Outcome receive(ConsumerRecord<String, byte[]> record) {
    return deliveries.receive(NotesChannel.CONSUMER, World.TOPIC, record);
  }

  private static ConsumerRecord<String, byte[]> record(UUID id, String subject, long version) {
    return record(id, subject, version, new String(new EventJson().write(Note.calm()), UTF_8));
  }

  private static ConsumerRecord<String, byte[]> record(
      UUID id, String subject, long version, String payload) {
    ProducerRecord<String, byte[]> sent =
        Envelope.wrap(
            new OutboxRow(
                1,
                World.TOPIC,
                id,
                subject,
                Note.TYPE,
                "note",
                subject,
                version,
                Instant.EPOCH,
                null,
                payload.getBytes(UTF_8)),
            "/test",
            "urn:test:");
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(header -> record.headers().add(header));
    return record;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return Envelope.text(record.headers(), name).orElseThrow();
  }
}
