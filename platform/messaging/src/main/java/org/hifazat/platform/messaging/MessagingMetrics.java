package org.hifazat.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.hifazat.platform.messaging.OutboxTable.Backlog;
import org.hifazat.platform.messaging.RelayRound.Outcome;
import org.hifazat.platform.messaging.RelayRound.Result;

/**
 * What an operator watches: how old the oldest unsent event is, how many there are, what became of
 * events.
 */
@Singleton
class MessagingMetrics {
  private static final List<String> PUBLISHED = List.of("acknowledged", "failed");
  private static final List<String> DELIVERED =
      List.of("applied", "duplicate", "ignored", "retried", "dead-letter");

  private final MeterRegistry registry;
  private final OutboxTable outbox;
  private volatile Backlog backlog = new Backlog(0, 0);

  MessagingMetrics(MeterRegistry registry, OutboxTable outbox) {
    this.registry = registry;
    this.outbox = outbox;
    Gauge.builder("hifazat.outbox.oldest.age.seconds", this, m -> m.backlog.oldestAgeSeconds())
        .description("Age of the oldest event the broker has not acknowledged")
        .register(registry);
    Gauge.builder("hifazat.outbox.depth", this, m -> m.backlog.depth())
        .description("Events the broker has not acknowledged; counted up to 100000")
        .register(registry);
    // there from the start: a counter that first appears as 1 has not risen for Prometheus
    PUBLISHED.forEach(outcome -> count("hifazat.outbox.published", outcome, 0));
    DELIVERED.forEach(outcome -> count("hifazat.deliveries", outcome, 0));
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    backlog = outbox.backlog();
  }

  void published(Result result) {
    if (result.acknowledged() > 0) {
      count("hifazat.outbox.published", "acknowledged", result.acknowledged());
    }
    if (result.outcome() == Outcome.REFUSED) {
      count("hifazat.outbox.published", "failed", 1);
    }
  }

  /** One delivery: applied, duplicate, ignored, retried or dead-letter. */
  void delivered(String outcome) {
    count("hifazat.deliveries", outcome, 1);
  }

  private void count(String counter, String outcome, int times) {
    registry.counter(counter, "outcome", outcome).increment(times);
  }
}
