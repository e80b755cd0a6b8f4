package org.hifazat.platform.testing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of every application under test: goes like the machine's until a test moves it. Put
 * back before each test.
 */
@Singleton
public class MutableClock extends Clock {
  private final Hands hands;
  private final ZoneId zone;

  public MutableClock() {
    this(new Hands(), ZoneOffset.UTC);
  }

  private MutableClock(Hands hands, ZoneId zone) {
    this.hands = hands;
    this.zone = zone;
  }

  /** Stops the clock at this instant. */
  public void stopAt(Instant instant) {
    hands.clock = Clock.fixed(instant, ZoneOffset.UTC);
  }

  /** Moves the clock; a negative duration moves it back. A stopped clock stays stopped. */
  public void advance(Duration duration) {
    hands.move(duration);
  }

  /** Goes like the machine's clock again. */
  public void reset() {
    hands.clock = machine();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MutableClock(hands, other);
  }

  @Override
  public Instant instant() {
    return hands.clock.instant();
  }

  /** Microseconds, as PostgreSQL keeps them. */
  private static Clock machine() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  /** Shared by the views of one clock in several zones. */
  private static final class Hands {
    private volatile Clock clock = machine();

    private synchronized void move(Duration duration) {
      clock = Clock.offset(clock, duration);
    }
  }
}
