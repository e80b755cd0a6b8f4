package org.hifazat.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.Records;

/** Sends what other services would send, held to the contract before it leaves. */
public final class Events {
  private static final EventContracts CONTRACTS = EventContracts.load();

  private Events() {}

  public static void send(
      String topic, String type, String key, long version, UUID id, String payload) {
    CONTRACTS.assertPublishable(type, payload);
    sendRaw(topic, type, key, version, id, payload);
  }

  public static void sendRaw(
      String topic, String type, String key, long version, UUID id, String payload) {
    Records.send(record(topic, type, key, version, id, payload));
  }

  private static ProducerRecord<String, byte[]> record(
      String topic, String type, String key, long version, UUID id, String payload) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", id.toString());
    header(record, "ce_type", type);
    header(record, "ce_source", "/hifazat/test");
    header(record, "ce_subject", key);
    header(record, "ce_time", Instant.EPOCH.toString());
    header(record, "ce_aggregateversion", Long.toString(version));
    header(record, "content-type", "application/json");
    return record;
  }

  /** As if it had come just now, without the way through Kafka. */
  public static void deliver(
      Deliveries deliveries, String topic, String type, String key, long version, String payload) {
    CONTRACTS.assertPublishable(type, payload);
    deliverRaw(deliveries, topic, type, key, version, payload);
  }

  /** As it may have been sent before the contract changed. */
  public static void deliverRaw(
      Deliveries deliveries, String topic, String type, String key, long version, String payload) {
    ProducerRecord<String, byte[]> sent =
        record(topic, type, key, version, UUID.randomUUID(), payload);
    ConsumerRecord<String, byte[]> come =
        new ConsumerRecord<>(topic, 0, 0, sent.key(), sent.value());
    sent.headers().forEach(come.headers()::add);
    deliveries.receive("case-service", come);
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
