package org.hifazat.platform.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends to Kafka with {@code acks=all} and tells what the broker has acknowledged. Each user has
 * one of its own: starting anew after a failure must not disturb another.
 */
@Dependent
class EventProducer {
  /**
   * @param acknowledged sequence numbers the broker has
   * @param complete whether that is all of them
   */
  record Sent(List<Long> acknowledged, boolean complete) {}

  private record Answer(OutboxRow row, @Nullable Exception failure) {}

  private final Map<String, Object> kafka;
  private final MessagingConfig config;
  private final TopicSetup topics;
  private @Nullable Producer<String, byte[]> producer;

  EventProducer(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MessagingConfig config,
      TopicSetup topics) {
    this.kafka = kafka;
    this.config = config;
    this.topics = topics;
  }

  /** Whether the broker answers; asked only at first and after a failure. */
  boolean reachable() {
    try {
      topics.ensure(config.topic().map(Set::of).orElse(Set.of()));
      return true;
    } catch (BrokerAwayException away) {
      return false;
    }
  }

  /**
   * Sends in parallel over the keys, one in flight per key: else a failed first and a successful
   * second event of one key would arrive as 2, 1. After the first failure nothing new is sent.
   */
  Sent send(List<OutboxRow> rows) {
    Map<String, Deque<OutboxRow>> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).add(row));
    List<Long> acknowledged = new ArrayList<>(rows.size());
    boolean failed = false;
    try {
      Producer<String, byte[]> open = open(topicsOf(rows));
      BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
      int inFlight = 0;
      for (Deque<OutboxRow> waiting : byKey.values()) {
        dispatch(open, waiting, answers);
        inFlight++;
        Answer early = answers.peek();
        if (early != null && early.failure() != null) {
          break;
        }
      }
      while (inFlight > 0) {
        Answer answer = answers.take();
        inFlight--;
        if (answer.failure() != null) {
          failed = true;
          continue;
        }
        acknowledged.add(answer.row().seq());
        Deque<OutboxRow> waiting = waitingBehind(answer.row(), byKey);
        if (!failed && !waiting.isEmpty()) {
          dispatch(open, waiting, answers);
          inFlight++;
        }
      }
    } catch (BrokerAwayException | KafkaException away) {
      failed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed = true;
    }
    if (failed) {
      startAnew();
    }
    return new Sent(acknowledged, acknowledged.size() == rows.size());
  }

  /**
   * Sends one record and waits.
   *
   * @throws BrokerAwayException when the broker does not acknowledge it
   */
  synchronized void send(ProducerRecord<String, byte[]> record) {
    try {
      open(Set.of(record.topic())).send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAwayException(e);
    } catch (ExecutionException e) {
      startAnew();
      throw new BrokerAwayException(e.getCause() == null ? e : e.getCause());
    } catch (KafkaException e) {
      startAnew();
      throw new BrokerAwayException(e);
    }
  }

  private static Set<String> topicsOf(Collection<OutboxRow> rows) {
    return rows.stream().map(OutboxRow::topic).collect(Collectors.toSet());
  }

  private static Deque<OutboxRow> waitingBehind(
      OutboxRow row, Map<String, Deque<OutboxRow>> byKey) {
    return byKey.getOrDefault(row.key(), new ArrayDeque<>());
  }

  private void dispatch(
      Producer<String, byte[]> open, Deque<OutboxRow> waiting, BlockingQueue<Answer> answers) {
    OutboxRow row = waiting.removeFirst();
    var unused =
        open.send(
            Envelope.wrap(row, config.source(), config.schemas()),
            (metadata, failure) -> answers.add(new Answer(row, failure)));
  }

  private Producer<String, byte[]> open(Set<String> wanted) {
    topics.ensure(wanted);
    Producer<String, byte[]> open;
    synchronized (this) {
      if (producer == null) {
        producer = new KafkaProducer<>(settings());
      }
      open = producer;
    }
    for (String topic : wanted) {
      // blocks once here when the broker is away, not once per event
      var unused = open.partitionsFor(topic);
    }
    return open;
  }

  private Map<String, Object> settings() {
    int timeout = (int) config.relay().deliveryTimeout().toMillis();
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 2);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return settings;
  }

  /** A producer that timed out may be in any state; a new one is in a known one. */
  private void startAnew() {
    topics.forget();
    close();
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
