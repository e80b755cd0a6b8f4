package org.hifazat.monitoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hifazat.platform.testing.KafkaBackend;

/** What this service has set aside. */
final class DeadLetters {
  private DeadLetters() {}

  /** How many there are of a key. */
  static int of(String topic, String key) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", KafkaBackend.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      String aside = topic + ".monitoring-service.dead-letter";
      List<TopicPartition> partitions =
          consumer.partitionsFor(aside).stream()
              .map(info -> new TopicPartition(aside, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      int found = 0;
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          found += key.equals(record.key()) ? 1 : 0;
        }
      }
      return found;
    }
  }
}
