package org.hifazat.referral.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When a message is tried again: the ten tries of Standard Webhooks 1.0.0, over a little more than
 * three days. Up to a fifth is added to each wait, another for each message and try, so that what
 * failed together does not come back together.
 */
final class RetrySchedule {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** The first at once, then one after each wait. */
  static final int TRIES = WAITS.size() + 1;

  private static final int PARTS = 10_000;
  private static final int MOST_ADDED = PARTS / 5;

  private RetrySchedule() {}

  /**
   * @param made tries that failed, at least one
   * @return empty when it was the last
   */
  static Optional<Instant> next(UUID message, int made, Instant now) {
    if (made < 1 || made >= TRIES) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(made - 1);
    return Optional.of(
        now.plus(wait).plus(wait.multipliedBy(added(message, made)).dividedBy(PARTS)));
  }

  /** Spread evenly, and the same whenever it is asked: no state and no luck in tests. */
  private static int added(UUID message, int made) {
    long mixed =
        (message.getLeastSignificantBits() ^ message.getMostSignificantBits() + made)
            * 0x9E3779B97F4A7C15L;
    return (int) Long.remainderUnsigned(mixed >>> 16, MOST_ADDED + 1);
  }
}
