package org.hifazat.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Reads and writes the broker's topics with one client for all tests: to make one costs more than
 * what it is used for, and a new reader would begin at the topic's beginning each time.
 */
public final class Records {
  private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();
  private static final Duration AT_ONCE = Duration.ofMillis(200);

  private Records() {}

  /** Every record of a topic by now, in order within each partition. */
  public static List<ConsumerRecord<String, byte[]>> of(String topic) {
    return READERS.computeIfAbsent(topic, Reader::new).all();
  }

  /** Sends a record; it is in the topic when this returns. */
  public static void send(ProducerRecord<String, byte[]> record) {
    send(List.of(record));
  }

  /** Sends records together; they are in their topics when this returns. */
  public static void send(List<ProducerRecord<String, byte[]>> records) {
    List<Future<RecordMetadata>> sent = records.stream().map(Sender.PRODUCER::send).toList();
    try {
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Made when the first test sends something. */
  private static final class Sender {
    static final KafkaProducer<String, byte[]> PRODUCER =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", KafkaBackend.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  private static final class Reader {
    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", KafkaBackend.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    Reader(String topic) {
      this.topic = topic;
    }

    synchronized List<ConsumerRecord<String, byte[]>> all() {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (consumer.assignment().isEmpty()) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
      }
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(AT_ONCE).forEach(records::add);
      }
      return List.copyOf(records);
    }
  }
}
