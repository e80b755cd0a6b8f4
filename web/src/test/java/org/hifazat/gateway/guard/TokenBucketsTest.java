package org.hifazat.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  private final MutableClock clock = new MutableClock();
  private final TokenBuckets buckets = new TokenBuckets(3, 0.5, clock);

  @BeforeEach
  void stopTheClock() {
    clock.stopAt(Instant.parse("2026-11-21T08:00:00Z"));
  }

  @Test
  void aBurstPassesAndWhatComesAfterItWaits() {
    assertThat(buckets.take("one")).isZero();
    assertThat(buckets.take("one")).isZero();
    assertThat(buckets.take("one")).isZero();
    assertThat(buckets.take("one")).isEqualTo(2);
  }

  @Test
  void theBucketRefillsWithTime() {
    for (int n = 0; n < 3; n++) {
      buckets.take("one");
    }
    clock.advance(Duration.ofSeconds(1));
    assertThat(buckets.take("one")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(buckets.take("one")).isZero();
    assertThat(buckets.take("one")).isEqualTo(2);
  }

  @Test
  void oneKeyTakesNothingFromAnother() {
    for (int n = 0; n < 4; n++) {
      buckets.take("one");
    }
    assertThat(buckets.take("two")).isZero();
  }

  @Test
  void inventedKeysDoNotFillTheMemory() {
    for (int n = 0; n < TokenBuckets.MOST_KEYS + 1_000; n++) {
      buckets.take("key" + n);
    }
    assertThat(buckets.keys()).isLessThanOrEqualTo(TokenBuckets.MOST_KEYS + 1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(buckets.take("late")).isZero();
    assertThat(buckets.keys()).isLessThan(10);
  }
}
