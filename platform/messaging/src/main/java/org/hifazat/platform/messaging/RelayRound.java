package org.hifazat.platform.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import org.hifazat.platform.messaging.EventProducer.Sent;

/** One round of the relay: lead, read, send, delete what was acknowledged, in one transaction. */
@Singleton
class RelayRound {
  private static final int TIMEOUT_SECONDS = 60;

  /** How a round ended. */
  enum Outcome {
    /** Nothing to send, or another instance leads. */
    IDLE,
    /** All that was read is sent. */
    SENT,
    /** The broker did not take everything; the rest stays. */
    REFUSED
  }

  /**
   * @param acknowledged events that the broker has now
   */
  record Result(Outcome outcome, int acknowledged) {
    private static final Result IDLE = new Result(Outcome.IDLE, 0);
  }

  private final OutboxTable table;
  private final EventProducer producer;
  private final AfterAcknowledgement seam;
  private final MessagingConfig config;

  RelayRound(
      OutboxTable table,
      EventProducer producer,
      AfterAcknowledgement seam,
      MessagingConfig config) {
    this.table = table;
    this.producer = producer;
    this.seam = seam;
    this.config = config;
  }

  Result run() {
    if (!table.anything()) {
      return Result.IDLE;
    }
    if (!producer.reachable()) {
      // no transaction is held open while the broker is away
      return new Result(Outcome.REFUSED, 0);
    }
    return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(this::inTransaction);
  }

  private Result inTransaction() {
    List<Integer> led = table.lead();
    if (led.isEmpty()) {
      return Result.IDLE;
    }
    List<OutboxRow> rows = table.oldest(led, config.relay().batch());
    if (rows.isEmpty()) {
      return Result.IDLE;
    }
    Sent sent = producer.send(rows);
    seam.acknowledged(sent.acknowledged().size());
    table.delete(sent.acknowledged());
    return new Result(sent.complete() ? Outcome.SENT : Outcome.REFUSED, sent.acknowledged().size());
  }
}
