package org.hifazat.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between tries that end at once when the service stops. */
@Singleton
class Pauses {
  private final CountDownLatch stopped = new CountDownLatch(1);

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  /**
   * @throws StoppingException when the service stops: what was being tried is tried again after the
   *     next start
   */
  void pause(Duration duration) {
    try {
      if (stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoppingException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppingException();
    }
  }

  /** The service stops; the record was not handled and its offset must not be committed. */
  static final class StoppingException extends RuntimeException {
    StoppingException() {
      super("stopping; the record is delivered again after the next start");
    }
  }
}
