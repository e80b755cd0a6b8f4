package org.hifazat.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 in Kafka's binary mode: attributes as {@code ce_} headers, the value is the
 * payload.
 */
record Envelope(UUID id, String type, String subject, long aggregateVersion, Instant time) {
  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  private static final String TYPES = "org.hifazat.";

  static ProducerRecord<String, byte[]> wrap(OutboxRow row, String source, String schemas) {
    var record = new ProducerRecord<String, byte[]>(row.topic(), row.key(), row.payload());
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, ID, row.eventId().toString());
    add(headers, "ce_source", source);
    add(headers, TYPE, row.type());
    add(headers, "ce_subject", row.aggregateId());
    add(headers, "ce_time", row.occurredAt().toString());
    add(headers, "ce_dataschema", schema(schemas, row.type()));
    add(headers, "ce_partitionkey", row.key());
    add(headers, "ce_aggregateversion", Long.toString(row.aggregateVersion()));
    add(headers, "content-type", "application/json");
    if (row.traceparent() != null) {
      add(headers, "traceparent", row.traceparent());
    }
    return record;
  }

  /** Area, name and version of the type: {@code cases:case-opened:v1}. */
  private static String schema(String schemas, String type) {
    String name = type.startsWith(TYPES) ? type.substring(TYPES.length()) : type;
    return schemas + name.replace('.', ':');
  }

  /**
   * @throws PoisonException when an attribute that CloudEvents demands is missing or malformed
   */
  static Envelope read(Headers headers) {
    try {
      return new Envelope(
          UUID.fromString(required(headers, ID)),
          required(headers, TYPE),
          text(headers, "ce_subject").orElse(""),
          Long.parseLong(text(headers, "ce_aggregateversion").orElse("0")),
          Instant.parse(required(headers, "ce_time")));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new PoisonException(
          "malformed CloudEvents attribute (" + malformed.getClass().getSimpleName() + ")");
    }
  }

  static Optional<String> text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }

  static void add(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }

  private static String required(Headers headers, String name) {
    return text(headers, name)
        .orElseThrow(() -> new PoisonException("CloudEvents attribute " + name + " is missing"));
  }
}
