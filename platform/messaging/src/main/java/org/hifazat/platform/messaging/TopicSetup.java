package org.hifazat.platform.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates topics that are missing. Whoever comes first does it, so the settings are the same
 * everywhere.
 */
@Singleton
class TopicSetup {
  private static final int PATIENCE_MILLIS = 4_000;
  private static final String DEAD_LETTERS = ".dead-letter";

  private final Map<String, Object> kafka;
  private final MessagingConfig config;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  TopicSetup(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, MessagingConfig config) {
    this.kafka = kafka;
    this.config = config;
  }

  static String deadLetters(String topic, String consumer) {
    return topic + "." + consumer + DEAD_LETTERS;
  }

  /** Whether the topic keeps its events for good. */
  boolean unlimited(String topic) {
    return topic.endsWith(DEAD_LETTERS) || config.topics().unlimited().contains(topic);
  }

  /**
   * Makes sure that the topics are there; asks the broker only about those not seen yet.
   *
   * @throws BrokerAwayException when the broker does not answer
   */
  void ensure(Set<String> topics) {
    List<NewTopic> missing =
        topics.stream().filter(topic -> !known.contains(topic)).map(this::describe).toList();
    if (missing.isEmpty()) {
      return;
    }
    try (Admin admin = admin()) {
      for (var created : admin.createTopics(missing).values().entrySet()) {
        await(created.getValue());
        known.add(created.getKey());
      }
    }
  }

  /** After the broker was away it may be another one: look again. */
  void forget() {
    known.clear();
  }

  Admin admin() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return Admin.create(settings);
  }

  private NewTopic describe(String topic) {
    Duration retention = config.topics().retention();
    return new NewTopic(topic, Optional.of(config.topics().partitions()), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                unlimited(topic) ? "-1" : Long.toString(retention.toMillis())));
  }

  private static void await(org.apache.kafka.common.KafkaFuture<Void> created) {
    try {
      created.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAwayException(e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new BrokerAwayException(e.getCause() == null ? e : e.getCause());
      }
    }
  }
}
