package org.hifazat.platform.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hifazat.platform.messaging.DeadLetters.Reason;
import org.jboss.logging.Logger;

/** Brings a record from a topic to the handler of its type, once. */
@ApplicationScoped
public class Deliveries {
  /** What became of a record. */
  enum Outcome {
    APPLIED,
    DUPLICATE,
    IGNORED,
    DEAD_LETTER
  }

  private static final Logger LOG = Logger.getLogger(Deliveries.class);
  private static final int VALID_SECONDS = 2;

  private final EventHandlers handlers;
  private final Delivery delivery;
  private final DeadLetters deadLetters;
  private final Pauses pauses;
  private final MessagingConfig config;
  private final MessagingMetrics metrics;
  private final AgroalDataSource dataSource;

  Deliveries(
      EventHandlers handlers,
      Delivery delivery,
      DeadLetters deadLetters,
      Pauses pauses,
      MessagingConfig config,
      MessagingMetrics metrics,
      AgroalDataSource dataSource) {
    this.handlers = handlers;
    this.delivery = delivery;
    this.deadLetters = deadLetters;
    this.pauses = pauses;
    this.config = config;
    this.metrics = metrics;
    this.dataSource = dataSource;
  }

  /**
   * Applies one record: returns when it is applied, known already, of no interest, or stored as a
   * dead letter, so the offset may be committed. Call it from a blocking, ordered {@code @Incoming}
   * method.
   *
   * @param consumer name of the consuming service, for example {@code case-service}; part of the
   *     inbox key
   */
  public void receive(String consumer, ConsumerRecord<String, byte[]> delivered) {
    receive(consumer, delivered.topic(), delivered);
  }

  /** As above, for a record that came by a detour from the given topic. */
  Outcome receive(String consumer, String topic, ConsumerRecord<String, byte[]> delivered) {
    Outcome outcome = outcome(consumer, topic, delivered);
    metrics.delivered(
        switch (outcome) {
          case APPLIED -> "applied";
          case DUPLICATE -> "duplicate";
          case IGNORED -> "ignored";
          case DEAD_LETTER -> "dead-letter";
        });
    return outcome;
  }

  private Outcome outcome(String consumer, String topic, ConsumerRecord<String, byte[]> delivered) {
    Optional<String> type = Envelope.text(delivered.headers(), Envelope.TYPE);
    Optional<EventHandler<?>> handler = type.flatMap(handlers::of);
    if (type.isPresent() && handler.isEmpty()) {
      return Outcome.IGNORED;
    }
    Envelope envelope;
    try {
      envelope = Envelope.read(delivered.headers());
    } catch (PoisonException malformed) {
      deadLetters.add(consumer, topic, delivered, Reason.MALFORMED_ENVELOPE, malformed);
      return Outcome.DEAD_LETTER;
    }
    return applyOrPutAside(consumer, topic, delivered, envelope, handler.orElseThrow());
  }

  private Outcome applyOrPutAside(
      String consumer,
      String topic,
      ConsumerRecord<String, byte[]> delivered,
      Envelope envelope,
      EventHandler<?> handler) {
    byte[] payload = delivered.value() == null ? new byte[0] : delivered.value();
    Backoff backoff = new Backoff(config.delivery().backoff(), config.delivery().outageBackoff());
    int tries = 0;
    while (true) {
      try {
        return delivery.apply(consumer, topic, envelope, payload, handler)
            ? Outcome.APPLIED
            : Outcome.DUPLICATE;
      } catch (PoisonException poison) {
        deadLetters.add(consumer, topic, delivered, Reason.POISON, poison);
        return Outcome.DEAD_LETTER;
      } catch (RuntimeException failure) {
        // a database that is away says nothing about the event: such tries do not count
        if (databaseAnswers() && ++tries >= config.delivery().attempts()) {
          deadLetters.add(consumer, topic, delivered, Reason.ATTEMPTS_EXHAUSTED, failure);
          return Outcome.DEAD_LETTER;
        }
        LOG.warnf(
            "Event %s of type %s is tried again after %s",
            envelope.id(), handler.type(), failure.getClass().getName());
        metrics.delivered("retried");
        pauses.pause(backoff.failed());
      }
    }
  }

  private boolean databaseAnswers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(VALID_SECONDS);
    } catch (SQLException away) {
      return false;
    }
  }
}
