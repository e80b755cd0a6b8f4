package org.hifazat.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.hifazat.platform.messaging.RelayRound.Outcome;
import org.hifazat.platform.messaging.RelayRound.Rest;
import org.hifazat.platform.messaging.RelayRound.Result;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "messaging", keycloak = false)
class RelayTest {
  @Inject Outbox outbox;
  @Inject OutboxTable table;
  @Inject RelayControl relay;
  @Inject World world;
  @Inject DyingAfterAcknowledgement death;
  @Inject MessagingConfig config;
  @Inject TopicSetup topics;
  @Inject AgroalDataSource dataSource;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @AfterEach
  void goOn() {
    relay.resume();
  }

  @Test
  void aCommittedEventReachesItsConsumerByItself() {
    UUID id = world.commit("relay-by-itself", 1);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(world.applied("relay-by-itself"))
                    .containsExactly(new World.Applied(id, 1, "system:messaging-test")));
    Awaitility.await().until(() -> world.waiting("relay-by-itself") == 0);
  }

  @Test
  void theRecordIsACloudEventInBinaryMode() {
    UUID id = world.commit("relay-envelope", 7);
    relay.flush();

    ConsumerRecord<String, byte[]> sent = only("relay-envelope");
    Map<String, String> headers = new TreeMap<>();
    sent.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
    assertThat(headers)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", id.toString())
        .containsEntry("ce_source", "/hifazat/messaging-test")
        .containsEntry("ce_type", Note.TYPE)
        .containsEntry("ce_subject", "relay-envelope")
        .containsEntry("ce_time", "1970-01-01T00:00:00Z")
        .containsEntry("ce_dataschema", "urn:hifazat:events:test:note-written:v1")
        .containsEntry("ce_partitionkey", "relay-envelope")
        .containsEntry("ce_aggregateversion", "7")
        .containsEntry("content-type", "application/json");
    assertThat(new String(sent.value(), UTF_8))
        .isEqualTo("{\"mood\":\"calm\",\"writtenAt\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void theTraceOfTheChangeTravelsWithTheEventAndAChangeWithoutOneHasNone() {
    SpanContext span =
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    try (Scope traced = Span.wrap(span).makeCurrent()) {
      assertThat(traced).isNotNull();
      world.commit("relay-traced", 1);
    }
    world.commit("relay-untraced", 1);
    relay.flush();

    assertThat(Envelope.text(only("relay-traced").headers(), "traceparent"))
        .contains("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    assertThat(Envelope.text(only("relay-untraced").headers(), "traceparent")).isEmpty();
  }

  @Test
  void eventsOfOneKeyStayInOrderThroughManyRounds() {
    relay.pause();
    LongStream.rangeClosed(1, 40).forEach(version -> world.commit("relay-order", version));
    relay.resume();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(world.appliedVersions("relay-order"))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList()));
  }

  @Test
  void aTransactionThatCommitsLateIsNotSkipped() throws Exception {
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (var executor = Executors.newSingleThreadExecutor()) {
      Future<?> late =
          executor.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .call(
                          () -> {
                            outbox.append(World.event("relay-late", 1));
                            appended.countDown();
                            mayCommit.await();
                            return true;
                          }));
      appended.await();
      world.commit("relay-early", 1);
      Awaitility.await().until(() -> world.waiting("relay-early") == 0);
      assertThat(world.applied("relay-late")).isEmpty();
      mayCommit.countDown();
      late.get();
    }

    Awaitility.await().until(() -> world.applied("relay-late").size() == 1);
  }

  @Test
  void anEventSentByADyingRelayIsSentAgainWithTheSameIdAndAppliedOnce() {
    relay.pause();
    UUID id = world.commit("relay-dies", 1);
    UUID next = world.commit("relay-dies", 2);
    death.dieOnce();

    assertThat(relay.flush()).isZero();
    assertThat(world.waiting("relay-dies")).isEqualTo(2);
    relay.flush();

    assertThat(world.waiting("relay-dies")).isZero();
    assertThat(ids(world.onTopic(World.TOPIC, "relay-dies"))).containsExactly(id, next, id, next);
    Awaitility.await().until(() -> world.appliedVersions("relay-dies").contains(2L));
    UUID marker = world.commit("relay-dies", 3);
    relay.resume();
    Awaitility.await().until(() -> world.inInbox(marker) == 1);
    assertThat(world.appliedVersions("relay-dies")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void twoRelaysNeverInterleaveOneKeyAndSendEachEventOnce() throws Exception {
    relay.pause();
    List<String> keys = List.of("two-a", "two-b", "two-c", "two-d", "two-e");
    for (long version = 1; version <= 30; version++) {
      for (String key : keys) {
        world.commit(key, version);
      }
    }

    try (var executor = Executors.newFixedThreadPool(2)) {
      Future<Integer> one = executor.submit(() -> untilEmpty(anotherRelay()));
      Future<Integer> two = executor.submit(() -> untilEmpty(anotherRelay()));
      assertThat(one.get() + two.get()).isEqualTo(150);
    }

    for (String key : keys) {
      assertThat(versions(world.onTopic(World.TOPIC, key)))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }
  }

  @Test
  void aRelayWithoutLeadershipSendsNothing() throws Exception {
    relay.pause();
    world.commit("relay-not-leading", 1);

    boolean led =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  boolean all = table.lead().size() == OutboxTable.PARTITIONS;
                  try (var executor = Executors.newSingleThreadExecutor()) {
                    assertThat(executor.submit(() -> anotherRelay().run()).get())
                        .isEqualTo(new Result(Outcome.IDLE, 0, Rest.ELSEWHERE));
                  }
                  return all;
                });

    assertThat(led).isTrue();
    assertThat(world.waiting("relay-not-leading")).isEqualTo(1);
  }

  @Test
  void whatWasCommittedWhileAnotherInstanceLedIsSentWithoutAnotherCommit() throws Exception {
    CountDownLatch led = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (var executor = Executors.newSingleThreadExecutor()) {
      Future<?> leader =
          executor.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .call(
                          () -> {
                            boolean all = table.lead().size() == OutboxTable.PARTITIONS;
                            led.countDown();
                            mayEnd.await();
                            return all;
                          }));
      led.await();
      world.commit("relay-contended", 1);
      assertThat(relay.flush()).isZero();
      mayEnd.countDown();
      leader.get();
    }

    Awaitility.await().until(() -> world.applied("relay-contended").size() == 1);
  }

  @Test
  void aRoundSaysWhereTheRestIs() throws Exception {
    relay.pause();
    LongStream.rangeClosed(1, config.relay().batch() + 1L)
        .forEach(version -> world.commit("relay-rest", version));
    RelayRound round = anotherRelay();

    assertThat(round.run()).isEqualTo(new Result(Outcome.SENT, config.relay().batch(), Rest.MORE));
    assertThat(round.run()).isEqualTo(new Result(Outcome.SENT, 1, Rest.NONE));
    assertThat(round.run()).isEqualTo(new Result(Outcome.IDLE, 0, Rest.NONE));
  }

  /** Here no commit waits for the disk, so that the setting is given back first. */
  @Test
  void onlyTheDeletionOfWhatWasSentDoesNotWaitForTheDisk() {
    assertThat(afterSwitchingOn(() -> {})).isEqualTo("on");
    assertThat(afterSwitchingOn(table::lead)).isEqualTo("off");
  }

  private String afterSwitchingOn(Runnable then) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit = on");
                then.run();
                ResultSet setting = statement.executeQuery("show synchronous_commit");
                setting.next();
                return setting.getString(1);
              }
            });
  }

  private RelayRound anotherRelay() {
    return new RelayRound(table, new EventProducer(kafka, config, topics), events -> {}, config);
  }

  private int untilEmpty(RelayRound round) {
    int sent = 0;
    while (table.anything()) {
      sent += round.run().acknowledged();
    }
    return sent;
  }

  private ConsumerRecord<String, byte[]> only(String key) {
    List<ConsumerRecord<String, byte[]>> sent = new ArrayList<>();
    Awaitility.await()
        .untilAsserted(
            () -> {
              sent.clear();
              sent.addAll(world.onTopic(World.TOPIC, key));
              assertThat(sent).hasSize(1);
            });
    return sent.getFirst();
  }

  private static List<UUID> ids(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().map(record -> Envelope.read(record.headers()).id()).toList();
  }

  private static List<Long> versions(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream()
        .map(record -> Envelope.read(record.headers()).aggregateVersion())
        .toList();
  }
}
