package org.hifazat.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-01T07:30:00Z");
  private static final UUID MESSAGE = new UUID(0x0193_1234_5678_7abcL, 0x8f00_0000_0000_0001L);

  /** Standard Webhooks 1.0.0, "Deliverability and reliability"; the first try is at once. */
  private static final List<Duration> PUBLISHED =
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

  @Test
  void aMessageIsTriedTenTimesAtThePublishedTimesOrUpToAFifthLater() {
    for (int made = 1; made <= PUBLISHED.size(); made++) {
      Duration least = PUBLISHED.get(made - 1);
      Duration wait = Duration.between(NOW, RetrySchedule.next(MESSAGE, made, NOW).orElseThrow());
      assertThat(wait).isBetween(least, least.plus(least.dividedBy(5)));
    }
    assertThat(RetrySchedule.TRIES).isEqualTo(10);
  }

  @Test
  void afterTheTenthThereIsNone() {
    assertThat(RetrySchedule.next(MESSAGE, 10, NOW)).isEmpty();
    assertThat(RetrySchedule.next(MESSAGE, 11, NOW)).isEmpty();
    assertThat(RetrySchedule.next(MESSAGE, 0, NOW)).isEmpty();
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    Set<Instant> times = new HashSet<>();
    int early = 0;
    for (long i = 0; i < 1000; i++) {
      UUID message = new UUID(MESSAGE.getMostSignificantBits(), 0x8f00_0000_0000_0000L + i);
      Instant next = RetrySchedule.next(message, 4, NOW).orElseThrow();
      times.add(next);
      early += next.isBefore(NOW.plus(Duration.ofMinutes(132))) ? 1 : 0;
    }
    assertThat(times).hasSizeGreaterThan(600);
    assertThat(early).as("evenly spread").isBetween(400, 600);
    assertThat(RetrySchedule.next(MESSAGE, 4, NOW)).isEqualTo(RetrySchedule.next(MESSAGE, 4, NOW));
  }
}
