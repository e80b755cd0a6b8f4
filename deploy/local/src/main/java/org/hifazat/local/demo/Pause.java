package org.hifazat.local.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting because the platform asked for it, or because an event is still on its way. */
final class Pause {
  private Pause() {}

  static void of(Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
