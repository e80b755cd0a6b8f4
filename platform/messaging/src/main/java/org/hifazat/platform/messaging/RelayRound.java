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

  /** Where to look for what this round did not send. */
  enum Rest {
    /** Nothing is left that this instance has committed. */
    NONE,
    /** The round was full. */
    MORE,
    /** Another instance led some partitions and may have read before our commit. */
    ELSEWHERE
  }

  /**
   * @param acknowledged events that the broker has now
   */
  record Result(Outcome outcome, int acknowledged, Rest rest) {
    private static final Result IDLE = new Result(Outcome.IDLE, 0, Rest.NONE);
    private static final Result LED_ELSEWHERE = new Result(Outcome.IDLE, 0, Rest.ELSEWHERE);

    static Result refused(int acknowledged) {
      return new Result(Outcome.REFUSED, acknowledged, Rest.NONE);
    }
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

  /** A round that looks first whether there is anything to send. */
  Result run() {
    return table.anything() ? runAtOnce() : Result.IDLE;
  }

  /** A round for what is known to have been committed. */
  Result runAtOnce() {
    if (!producer.reachable()) {
      // no transaction is held open while the broker is away
      return Result.refused(0);
    }
    return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(this::inTransaction);
  }

  private Result inTransaction() {
    List<Integer> led = table.lead();
    if (led.isEmpty()) {
      return Result.LED_ELSEWHERE;
    }
    boolean all = led.size() == OutboxTable.PARTITIONS;
    List<OutboxRow> rows = table.oldest(led, config.relay().batch());
    if (rows.isEmpty()) {
      return all ? Result.IDLE : Result.LED_ELSEWHERE;
    }
    Sent sent = producer.send(rows);
    seam.acknowledged(sent.acknowledged().size());
    table.delete(sent.acknowledged());
    int acknowledged = sent.acknowledged().size();
    if (!sent.complete()) {
      return Result.refused(acknowledged);
    }
    if (rows.size() == config.relay().batch()) {
      return new Result(Outcome.SENT, acknowledged, Rest.MORE);
    }
    return new Result(Outcome.SENT, acknowledged, all ? Rest.NONE : Rest.ELSEWHERE);
  }
}
