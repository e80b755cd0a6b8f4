package org.hifazat.referral.webhook.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "2977"})
  void aWaitIsReadInSecondsOrAsADate(String header) {
    assertThat(RetryAfter.of(header, null, NOW)).isEqualTo(Duration.ofSeconds(2977));
  }

  @Test
  void theOldFormWithTwoDigitsOfTheYearIsReadToo() {
    assertThat(
            RetryAfter.of(
                "Friday, 06-Nov-26 08:49:37 GMT", null, Instant.parse("2026-11-06T08:49:00Z")))
        .isEqualTo(Duration.ofSeconds(37));
  }

  @Test
  void aDateIsCountedFromTheReceiversOwnClock() {
    assertThat(RetryAfter.of("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:07 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Sun, 06 Nov 1994 07:59:59 GMT", "tomorrow", "-5", "1e9", "9999999999", ""})
  void whatHasPassedOrMeansNothingAsksForNothing(String header) {
    assertThat(RetryAfter.of(header, "also nothing", NOW)).isNull();
  }
}
