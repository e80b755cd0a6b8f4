package org.hifazat.cases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hifazat.platform.testing.KafkaBackend;

/** Reads what this service published. */
public final class Topic {
  public static final String CASES = "hifazat.cases.v1";
  public static final String DEAD_LETTERS = "hifazat.assessments.v1.case-service.dead-letter";

  private Topic() {}

  /** Every record of a topic with this key, in order. */
  public static List<ConsumerRecord<String, byte[]>> read(String topic, Object key) {
    return all(topic).stream().filter(record -> key.toString().equals(record.key())).toList();
  }

  public static List<ConsumerRecord<String, byte[]>> all(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", KafkaBackend.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  public static String type(ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader("ce_type");
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Types of the records with this key, in order. */
  public static List<String> types(String topic, Object key) {
    return read(topic, key).stream().map(Topic::type).toList();
  }
}
