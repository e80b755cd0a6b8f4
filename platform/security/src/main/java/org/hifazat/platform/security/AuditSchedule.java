package org.hifazat.platform.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Runs the sealer on a thread of its own: the scheduler extension knows no less than a second. */
@ApplicationScoped
class AuditSchedule {
  private static final Logger LOG = Logger.getLogger(AuditSchedule.class);

  private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

  private final AuditConfig config;
  private final AuditSealer sealer;
  private final Counter failures;
  private final AtomicInteger unsealed = new AtomicInteger();

  /** Touched by the one thread only. */
  private final Set<Runnable> failing = new HashSet<>();

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("audit-sealer").factory());

  AuditSchedule(AuditConfig config, AuditSealer sealer, MeterRegistry metrics) {
    this.config = config;
    this.sealer = sealer;
    this.failures = metrics.counter("hifazat_audit_seal_failures");
    Gauge.builder("hifazat_audit_unsealed", unsealed, AtomicInteger::get)
        .description("Committed audit records not in the chain yet; counted up to 100000")
        .register(metrics);
  }

  void onStart(@Observes StartupEvent starting) {
    if (config.sealing()) {
      repeat(config.sealEvery(), sealer::sealSome);
      repeat(config.checkpointEvery(), sealer::checkpoint);
      repeat(COUNT_EVERY, () -> unsealed.set(sealer.unsealed()));
    }
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the task reports its own failures
  private void repeat(Duration every, Runnable task) {
    long millis = every.toMillis();
    thread.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** One line when it begins to fail and one when it works again, however long that takes. */
  private void guarded(Runnable task) {
    try {
      task.run();
      if (failing.remove(task)) {
        LOG.info("The audit trail is sealed again");
      }
    } catch (RuntimeException fault) {
      failures.increment();
      if (failing.add(task)) {
        LOG.error("The audit trail could not be sealed; trying again", fault);
      }
    }
  }
}
