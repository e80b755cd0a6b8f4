package org.hifazat.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDv7 (RFC 9562 §5.7, method 1: the twelve bits after the version are a counter). */
@ApplicationScoped
class TimeOrderedIds implements IdSource {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int COUNTER_BITS = 12;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Milliseconds and counter as one number, so a full counter simply borrows the next one. */
  private final AtomicLong last = new AtomicLong();

  TimeOrderedIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public UUID next() {
    long now = clock.millis() << COUNTER_BITS;
    long ticket = last.updateAndGet(previous -> Math.max(previous + 1, now));
    long millis = ticket >>> COUNTER_BITS;
    long counter = ticket & ((1 << COUNTER_BITS) - 1);
    return new UUID(millis << 16 | VERSION | counter, random.nextLong() >>> 2 | VARIANT);
  }
}
