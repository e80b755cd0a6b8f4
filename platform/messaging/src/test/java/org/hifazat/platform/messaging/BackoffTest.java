package org.hifazat.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(3));

  @Test
  void theWaitDoublesUpToTheLongest() {
    assertThat(backoff.failed()).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.failed()).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.failed()).isEqualTo(Duration.ofSeconds(2));
    for (int failure = 0; failure < 100; failure++) {
      assertThat(backoff.failed()).isLessThanOrEqualTo(Duration.ofMinutes(3));
    }
    assertThat(backoff.failed()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aSuccessBeginsAnew() {
    backoff.failed();
    backoff.failed();

    backoff.succeeded();

    assertThat(backoff.failing()).isFalse();
    assertThat(backoff.failed()).isEqualTo(Duration.ofMillis(500));
  }
}
