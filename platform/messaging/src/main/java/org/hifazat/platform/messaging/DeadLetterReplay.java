package org.hifazat.platform.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Delivers dead letters again, after their cause was repaired. */
@Singleton
class DeadLetterReplay {
  /**
   * @param applied now
   * @param alreadyApplied in an earlier replay or delivery
   * @param putAsideAgain still refused; at the end of the dead letters
   */
  record Summary(int applied, int alreadyApplied, int putAsideAgain) {
    private Summary plus(Deliveries.Outcome outcome) {
      return switch (outcome) {
        case APPLIED -> new Summary(applied + 1, alreadyApplied, putAsideAgain);
        case DUPLICATE, IGNORED -> new Summary(applied, alreadyApplied + 1, putAsideAgain);
        case DEAD_LETTER -> new Summary(applied, alreadyApplied, putAsideAgain + 1);
      };
    }
  }

  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> kafka;
  private final TopicSetup topics;
  private final Deliveries deliveries;
  private final ReentrantLock one = new ReentrantLock();

  DeadLetterReplay(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      TopicSetup topics,
      Deliveries deliveries) {
    this.kafka = kafka;
    this.topics = topics;
    this.deliveries = deliveries;
  }

  /**
   * Delivers once more what was put aside for the consumer up to now and not replayed yet. Replays
   * of two instances at one time do no harm: the inbox lets each event through once.
   *
   * @throws BrokerAwayException when the broker does not answer
   */
  Summary replay(String consumer) {
    one.lock();
    try (KafkaConsumer<String, byte[]> letters = new KafkaConsumer<>(settings(consumer))) {
      List<TopicPartition> partitions =
          lettersOf(consumer).stream()
              .flatMap(topic -> letters.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      letters.assign(partitions);
      Map<TopicPartition, Long> ends = letters.endOffsets(partitions);
      Summary summary = new Summary(0, 0, 0);
      while (behind(letters, ends)) {
        for (ConsumerRecord<String, byte[]> letter : letters.poll(POLL)) {
          TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
          if (letter.offset() >= ends.getOrDefault(partition, 0L)) {
            continue;
          }
          summary = summary.plus(deliver(consumer, letter));
          letters.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
        }
      }
      return summary;
    } finally {
      one.unlock();
    }
  }

  private Deliveries.Outcome deliver(String consumer, ConsumerRecord<String, byte[]> letter) {
    String origin = Envelope.text(letter.headers(), DeadLetters.TOPIC).orElse(letter.topic());
    return deliveries.receive(consumer, origin, letter);
  }

  private static boolean behind(
      KafkaConsumer<String, byte[]> letters, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> letters.position(end.getKey()) < end.getValue());
  }

  private Set<String> lettersOf(String consumer) {
    try (Admin admin = topics.admin()) {
      Set<String> all = new TreeSet<>(admin.listTopics().names().get());
      all.removeIf(topic -> !DeadLetters.holds(topic, consumer));
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAwayException(e);
    } catch (ExecutionException e) {
      throw new BrokerAwayException(e.getCause() == null ? e : e.getCause());
    }
  }

  private Map<String, Object> settings(String consumer) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, consumer + ".dead-letter-replay");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    return settings;
  }
}
