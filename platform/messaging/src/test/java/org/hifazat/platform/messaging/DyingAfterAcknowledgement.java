package org.hifazat.platform.messaging;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends a round between acknowledgement and delete, as the death of the process there would. */
@Singleton
class DyingAfterAcknowledgement implements AfterAcknowledgement {
  private final AtomicInteger deaths = new AtomicInteger();

  void dieOnce() {
    deaths.set(1);
  }

  @Override
  public void acknowledged(int events) {
    if (events > 0 && deaths.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("died after the acknowledgement");
    }
  }
}
