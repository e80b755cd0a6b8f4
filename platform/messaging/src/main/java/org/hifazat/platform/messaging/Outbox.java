package org.hifazat.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Where a command leaves the events of its transaction. */
@ApplicationScoped
public class Outbox {
  /**
   * Stores the event in the caller's transaction; the relay publishes it after the commit.
   *
   * @return the event's id
   * @throws jakarta.transaction.TransactionalException outside a transaction
   * @throws IllegalArgumentException when the payload cannot be written as JSON or exceeds 256 KiB
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID append(OutboxEvent event) {
    throw new UnsupportedOperationException("not built yet: " + event.type());
  }
}
