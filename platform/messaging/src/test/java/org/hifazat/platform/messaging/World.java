package org.hifazat.platform.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hifazat.platform.testing.PostgresBackend;

/** What the tests do to the outbox and see of the database and the topics. */
@Singleton
class World {
  static final String TOPIC = "hifazat.test.v1";

  /** An event as the table of the test's handler holds it. */
  record Applied(UUID eventId, long version, String caller) {}

  private final Outbox outbox;
  private final Map<String, Object> kafka;

  World(Outbox outbox, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.outbox = outbox;
    this.kafka = kafka;
  }

  static OutboxEvent event(String subject, long version) {
    return new OutboxEvent(
        Note.TYPE, "note", subject, version, subject, Instant.EPOCH, Note.calm());
  }

  UUID commit(String subject, long version) {
    return QuarkusTransaction.requiringNew().call(() -> outbox.append(event(subject, version)));
  }

  List<Applied> applied(String subject) {
    return rows(
        "select event_id, version, caller from applied_note where subject = ? order by position",
        subject,
        row -> new Applied(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)));
  }

  List<Long> appliedVersions(String subject) {
    return applied(subject).stream().map(Applied::version).toList();
  }

  long newest(String subject) {
    return rows("select version from newest_note where subject = ?", subject, row -> row.getLong(1))
        .getFirst();
  }

  long waiting(String subject) {
    return rows(
            "select count(*) from outbox where aggregate_id = ?", subject, row -> row.getLong(1))
        .getFirst();
  }

  long inInbox(UUID event) {
    return rows(
            "select count(*) from inbox where event_id = ?::uuid",
            event.toString(),
            row -> row.getLong(1))
        .getFirst();
  }

  /** All records of the topic with this key, in the topic's order. */
  List<ConsumerRecord<String, byte[]>> onTopic(String topic, String key) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("key.deserializer", StringDeserializer.class);
    settings.put("value.deserializer", ByteArrayDeserializer.class);
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", false);
    settings.put("enable.auto.commit", false);
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (key.equals(record.key())) {
                    found.add(record);
                  }
                });
      }
    }
    return found;
  }

  /** Works on the database past grants and policies. */
  static Connection superuser() throws SQLException {
    return PostgresBackend.superuser("messaging");
  }

  private interface Read<T> {
    T from(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(String query, String parameter, Read<T> read) {
    try (Connection connection = superuser();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(read.from(result));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
