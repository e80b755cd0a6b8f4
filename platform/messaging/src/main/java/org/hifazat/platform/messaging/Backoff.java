package org.hifazat.platform.messaging;

import java.time.Duration;

/** Waits that double with each failure in a row, up to a longest one. */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private int failures;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /** The wait after one more failure. */
  Duration failed() {
    // beyond 2^20 the longest wait is reached whatever the first one is
    Duration wait = first.multipliedBy(1L << Math.min(failures, 20));
    failures++;
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  void succeeded() {
    failures = 0;
  }

  boolean failing() {
    return failures > 0;
  }
}
