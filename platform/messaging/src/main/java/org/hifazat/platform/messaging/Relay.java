package org.hifazat.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.hifazat.platform.messaging.RelayRound.Rest;
import org.hifazat.platform.messaging.RelayRound.Result;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox on a thread of its own: after each commit of this instance, and at every
 * poll for what an instance that died has left. At least once, in order per key.
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
  private final Backoff contention;
  private volatile boolean stopping;
  private volatile boolean paused;
  private volatile Duration nextLook;
  private volatile long notBefore = System.nanoTime();
  private @Nullable Thread thread;

  Relay(RelayRound round, WakeUp wakeUp, MessagingConfig config, MessagingMetrics metrics) {
    this.round = round;
    this.wakeUp = wakeUp;
    this.config = config;
    this.metrics = metrics;
    this.backoff = new Backoff(config.relay().backoffFirst(), config.relay().backoffLongest());
    this.contention = new Backoff(config.relay().contended(), config.relay().poll());
    this.nextLook = config.relay().poll();
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
        boolean rung = wakeUp.await(untilNextLook());
        if (!stopping) {
          publishUnlessBackingOff(rung);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void publishUnlessBackingOff(boolean rung) {
    rounds.lock();
    try {
      if (!paused && System.nanoTime() - notBefore >= 0) {
        publish(rung);
      }
    } finally {
      rounds.unlock();
    }
  }

  /**
   * Rounds until nothing is left or something fails. What is committed meanwhile has rung again, so
   * no round looks whether there is nothing.
   */
  private int publish(boolean rung) {
    int acknowledged = 0;
    boolean certain = rung;
    Result result;
    do {
      result = oneRound(certain);
      acknowledged += result.acknowledged();
      certain = true;
    } while (result.rest() == Rest.MORE && !stopping && !paused);
    if (result.rest() == Rest.ELSEWHERE) {
      nextLook = contention.failed();
    } else {
      contention.succeeded();
      nextLook = config.relay().poll();
    }
    return acknowledged;
  }

  private Duration untilNextLook() {
    Duration backingOff = Duration.ofNanos(notBefore - System.nanoTime());
    return backingOff.isPositive() && backingOff.compareTo(nextLook) < 0 ? backingOff : nextLook;
  }

  private Result oneRound(boolean certain) {
    Result result;
    try {
      result = certain ? round.runAtOnce() : round.run();
    } catch (RuntimeException failure) {
      postpone(failure.getClass().getSimpleName());
      return Result.refused(0);
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
        return publish(false);
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
