package org.hifazat.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The last checkpoint each service has published of its audit chain. Whoever cuts a service's
 * database back, checkpoints and all, cannot cut them out of the topic too.
 */
final class PublishedCheckpoints {

  static final String TOPIC = "hifazat.audit.v1";

  /** Enough for a day of every service, one a minute: only the last of each is wanted. */
  private static final long LATEST = 10_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

  /**
   * How far a service's chain had come.
   *
   * @param position of the last sealed record
   * @param hash of that record, hexadecimal
   */
  record Checkpoint(long position, String hash) {}

  private PublishedCheckpoints() {}

  /**
   * By the service's name, e.g. "case-service"; empty when Kafka is away or nothing was published.
   */
  static Map<String, Checkpoint> read(String bootstrapServers) {
    KAFKA_LOG.setLevel(Level.OFF);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "default.api.timeout.ms", (int) PATIENCE.toMillis(),
            "request.timeout.ms", (int) PATIENCE.toMillis());
    Map<String, Checkpoint> last = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - LATEST)));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline
          && ends.entrySet().stream()
              .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          remember(last, record.value());
        }
      }
    } catch (KafkaException e) {
      return Map.of();
    }
    return last;
  }

  /**
   * Takes a checkpoint in when it is further than the one known; what is not one is passed over.
   */
  static void remember(Map<String, Checkpoint> last, byte[] payload) {
    try {
      JsonNode json = new ObjectMapper().readTree(payload);
      if (json.path("position").isIntegralNumber()
          && json.path("hash").asText().matches("[0-9a-f]{64}")) {
        last.merge(
            json.path("origin").asText(),
            new Checkpoint(json.path("position").asLong(), json.path("hash").asText()),
            (known, other) -> other.position() > known.position() ? other : known);
      }
    } catch (IOException e) {
      KAFKA_LOG.fine("a record of " + TOPIC + " is not JSON");
    }
  }
}
