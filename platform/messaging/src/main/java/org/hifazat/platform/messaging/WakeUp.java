package org.hifazat.platform.messaging;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this instance that something was committed. */
@Singleton
class WakeUp {
  private final Semaphore bell = new Semaphore(0);

  void ring() {
    bell.release();
  }

  /** Waits for a ring or for the time to pass; several rings count as one. */
  boolean await(Duration longest) throws InterruptedException {
    boolean rung = bell.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    bell.drainPermits();
    return rung;
  }
}
