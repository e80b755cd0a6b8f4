package org.hifazat.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.hifazat.platform.messaging.RelayRound.Outcome;
import org.hifazat.platform.messaging.RelayRound.Result;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox on a thread of its own: after each commit of this instance, and at every
 * poll for what others have committed. At least once, in order per key.
 */
@ApplicationScoped
class Relay implements RelayControl {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final long JOIN_MILLIS = 15_000;

  private final RelayRound round;
  private final WakeUp wakeUp;
  private final MessagingConfig config;
  private final MessagingMetrics metrics;
  private final ReentrantLock rounds = new ReentrantLock();
  private final Backoff backoff;
  private volatile boolean stopping;
  private volatile boolean paused;
  private long notBefore = System.nanoTime();
  private @Nullable Thread thread;

  Relay(RelayRound round, WakeUp wakeUp, MessagingConfig config, MessagingMetrics metrics) {
    this.round = round;
    this.wakeUp = wakeUp;
    this.config = config;
    this.metrics = metrics;
    this.backoff = new Backoff(config.relay().backoffFirst(), config.relay().backoffLongest());
  }

  void start(@Observes StartupEvent started) {
    if (config.relay().enabled()) {
      thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::work);
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping = true;
    wakeUp.ring();
    Thread running = thread;
    if (running != null) {
      try {
        running.join(JOIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work() {
    while (!stopping) {
      try {
        wakeUp.await(config.relay().poll());
        if (!stopping) {
          publishUnlessBackingOff();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void publishUnlessBackingOff() {
    rounds.lock();
    try {
      if (!paused && System.nanoTime() - notBefore >= 0) {
        publish();
      }
    } finally {
      rounds.unlock();
    }
  }

  /** Rounds until nothing is left or something fails. */
  private int publish() {
    int acknowledged = 0;
    Result result;
    do {
      result = oneRound();
      acknowledged += result.acknowledged();
    } while (result.outcome() == Outcome.SENT && !stopping && !paused);
    return acknowledged;
  }

  private Result oneRound() {
    Result result;
    try {
      result = round.run();
    } catch (RuntimeException failure) {
      postpone(failure.getClass().getSimpleName());
      return new Result(Outcome.REFUSED, 0);
    }
    metrics.published(result);
    switch (result.outcome()) {
      case IDLE -> {}
      case SENT -> {
        if (backoff.failing()) {
          LOG.info("Events are published again");
        }
        backoff.succeeded();
      }
      case REFUSED -> postpone("not acknowledged");
    }
    return result;
  }

  private void postpone(String reason) {
    boolean first = !backoff.failing();
    Duration wait = backoff.failed();
    notBefore = System.nanoTime() + wait.toNanos();
    if (first) {
      LOG.warnf("Events wait in the outbox (%s); next try in %d ms", reason, wait.toMillis());
    } else {
      LOG.debugf("Events wait in the outbox (%s); next try in %d ms", reason, wait.toMillis());
    }
  }

  @Override
  public int flush() {
    rounds.lock();
    try {
      boolean before = paused;
      paused = false;
      try {
        return publish();
      } finally {
        paused = before;
      }
    } finally {
      rounds.unlock();
    }
  }

  @Override
  public void pause() {
    paused = true;
    rounds.lock();
    // whoever held it has ended its round; the next one sees the pause
    rounds.unlock();
  }

  @Override
  public void resume() {
    paused = false;
    wakeUp.ring();
  }
}
