package org.hifazat.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;

/** Where a command leaves the events of its transaction. */
@ApplicationScoped
public class Outbox {
  /** Largest payload, in bytes of JSON. */
  public static final int LARGEST_PAYLOAD = 256 * 1024;

  private final OutboxTable table;
  private final EventJson json;
  private final IdSource ids;
  private final MessagingConfig config;
  private final WakeUp wakeUp;
  private final TransactionSynchronizationRegistry transaction;

  Outbox(
      OutboxTable table,
      EventJson json,
      IdSource ids,
      MessagingConfig config,
      WakeUp wakeUp,
      TransactionSynchronizationRegistry transaction) {
    this.table = table;
    this.json = json;
    this.ids = ids;
    this.config = config;
    this.wakeUp = wakeUp;
    this.transaction = transaction;
  }

  /**
   * Stores the event in the caller's transaction; the relay publishes it after the commit.
   *
   * @return the event's id
   * @throws jakarta.transaction.TransactionalException outside a transaction
   * @throws IllegalArgumentException when the payload cannot be written as JSON or exceeds 256 KiB
   * @throws IllegalStateException when the service names no topic
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID append(OutboxEvent event) {
    return store(topic(), event);
  }

  private String topic() {
    return config
        .topic()
        .orElseThrow(() -> new IllegalStateException("hifazat.messaging.topic is not set"));
  }

  /**
   * As {@link #append(OutboxEvent)}, for a topic besides the service's own: the platform's, and one
   * that fewer may read.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID append(String topic, OutboxEvent event) {
    return store(topic, event);
  }

  /** Many of one job, stored with one question to the database. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appendAll(Collection<OutboxEvent> events) {
    if (!events.isEmpty()) {
      String topic = topic();
      table.insert(events.stream().map(event -> row(topic, event)).toList());
      wakeRelayAfterCommit();
    }
  }

  private UUID store(String topic, OutboxEvent event) {
    OutboxRow row = row(topic, event);
    table.insert(List.of(row));
    wakeRelayAfterCommit();
    return row.eventId();
  }

  private OutboxRow row(String topic, OutboxEvent event) {
    byte[] payload = json.write(event.payload());
    if (payload.length > LARGEST_PAYLOAD) {
      throw new IllegalArgumentException(
          event.type() + " of " + payload.length + " bytes exceeds " + LARGEST_PAYLOAD);
    }
    return new OutboxRow(
        0,
        topic,
        ids.next(),
        event.key(),
        event.type(),
        event.aggregateType(),
        event.aggregateId(),
        event.aggregateVersion(),
        event.occurredAt(),
        Traces.current(),
        payload);
  }

  private void wakeRelayAfterCommit() {
    if (transaction.getResource(Outbox.class) != null) {
      return;
    }
    transaction.putResource(Outbox.class, Boolean.TRUE);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              wakeUp.ring();
            }
          }
        });
  }
}
