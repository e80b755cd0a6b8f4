package org.hifazat.platform.messaging;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/**
 * Puts aside what could not be applied, unchanged and with the reason, for {@link
 * DeadLetterReplay}.
 */
@Singleton
class DeadLetters {
  /** Why, for people and alerts. */
  enum Reason {
    MALFORMED_ENVELOPE,
    POISON,
    ATTEMPTS_EXHAUSTED
  }

  static final String TOPIC = "hifazat_dead_letter_topic";
  static final String REASON = "hifazat_dead_letter_reason";
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final EventProducer producer;
  private final Pauses pauses;
  private final MessagingConfig config;
  private final Clock clock;

  DeadLetters(EventProducer producer, Pauses pauses, MessagingConfig config, Clock clock) {
    this.producer = producer;
    this.pauses = pauses;
    this.config = config;
    this.clock = clock;
  }

  /** Returns when the broker has it: until then the record itself must not count as handled. */
  void add(
      String consumer,
      String topic,
      ConsumerRecord<String, byte[]> delivered,
      Reason reason,
      Throwable failure) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            TopicSetup.deadLetters(topic, consumer), delivered.key(), delivered.value());
    delivered.headers().forEach(header -> letter.headers().add(header));
    describe(letter.headers(), topic, delivered, reason, failure);
    LOG.errorf(
        "Dead letter of %s: %s (%s), type %s, id %s, from %s-%d@%d",
        consumer,
        reason,
        failure.getClass().getName(),
        Envelope.text(delivered.headers(), Envelope.TYPE).map(DeadLetters::harmless).orElse("-"),
        Envelope.text(delivered.headers(), Envelope.ID).map(DeadLetters::harmless).orElse("-"),
        delivered.topic(),
        delivered.partition(),
        delivered.offset());
    Backoff backoff = new Backoff(config.delivery().backoff(), config.delivery().outageBackoff());
    while (true) {
      try {
        producer.send(letter);
        return;
      } catch (BrokerAwayException away) {
        pauses.pause(backoff.failed());
      }
    }
  }

  private void describe(
      Headers headers,
      String topic,
      ConsumerRecord<String, byte[]> delivered,
      Reason reason,
      Throwable failure) {
    Envelope.add(headers, REASON, reason.name());
    Envelope.add(headers, "hifazat_dead_letter_exception", failure.getClass().getName());
    Envelope.add(headers, TOPIC, topic);
    Envelope.add(headers, "hifazat_dead_letter_partition", Integer.toString(delivered.partition()));
    Envelope.add(headers, "hifazat_dead_letter_offset", Long.toString(delivered.offset()));
    Envelope.add(headers, "hifazat_dead_letter_at", clock.instant().toString());
  }

  /** Topics to look for what was put aside for this consumer. */
  static boolean holds(String topic, String consumer) {
    return topic.endsWith(TopicSetup.deadLetters("", consumer));
  }

  /** A header of a malformed record may hold anything. */
  private static String harmless(String text) {
    return text.matches("[A-Za-z0-9.-]{1,100}") ? text : "?";
  }
}
