package org.hifazat.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.Records;

/** Writes what the other services would, and reads what this one published. */
final class Topic {
  static final EventContracts CONTRACTS = EventContracts.load();
  static final String CASES = "hifazat.cases.v1";
  static final String DIRECTORY = "hifazat.directory.v1";
  static final String REFERRALS = "hifazat.referrals.v1";
  static final String CASE_OPENED = "org.hifazat.cases.case-opened.v1";
  static final String CONSENT_RECORDED = "org.hifazat.cases.consent-recorded.v1";
  static final String AGENCY_PERSON_LISTED = "org.hifazat.directory.agency-person-listed.v1";
  static final String AGENCY_REGISTERED = "org.hifazat.directory.agency-registered.v1";

  private static final AtomicLong LAST = new AtomicLong();

  private Topic() {}

  /** As the services number their events (UUIDv7): of two the later is the greater. */
  static UUID eventId() {
    long ticket = LAST.updateAndGet(last -> Math.max(last + 1, Instant.now().toEpochMilli() << 12));
    long millis = ticket >>> 12;
    long counter = ticket & 0xfffL;
    return new UUID(millis << 16 | 0x7000L | counter, UUID.randomUUID().getLeastSignificantBits());
  }

  /** Sends what keeps the contract. */
  static void send(
      String topic, String type, Object key, long version, UUID eventId, String payload) {
    CONTRACTS.assertPublishable(type, payload);
    sendRaw(topic, type, key, version, eventId, payload);
  }

  /** Sends whatever it is. */
  static void sendRaw(
      String topic, String type, Object key, long version, UUID eventId, String payload) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, key.toString(), payload.getBytes(StandardCharsets.UTF_8));
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", eventId.toString());
    header(record, "ce_type", type);
    header(record, "ce_source", "/hifazat/test");
    header(record, "ce_subject", key.toString());
    header(record, "ce_time", Instant.parse("2026-02-03T20:00:00Z").toString());
    header(record, "ce_aggregateversion", Long.toString(version));
    header(record, "content-type", "application/json");
    Records.send(record);
  }

  /** Every record of a topic with this key, oldest first. */
  static List<ConsumerRecord<String, byte[]>> read(String topic, Object key) {
    return all(topic).stream().filter(record -> key.toString().equals(record.key())).toList();
  }

  static List<ConsumerRecord<String, byte[]>> all(String topic) {
    return Records.of(topic);
  }

  static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
