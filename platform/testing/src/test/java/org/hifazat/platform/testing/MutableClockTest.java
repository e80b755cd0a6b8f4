package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final MutableClock clock = new MutableClock();

  @Test
  void aStoppedClockStaysUntilItIsMoved() {
    clock.stopAt(NOON);
    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());

    clock.advance(Duration.ofHours(24));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(24)));
  }

  @Test
  void aViewInAnotherZoneMovesWithIt() {
    var peshawar = clock.withZone(ZoneId.of("Asia/Karachi"));

    clock.stopAt(NOON);

    assertThat(peshawar.instant()).isEqualTo(NOON);
    assertThat(peshawar.getZone()).isEqualTo(ZoneId.of("Asia/Karachi"));
  }

  @Test
  void aResetClockForgetsAllMoves() {
    clock.stopAt(NOON);

    clock.reset();

    assertThat(clock.instant()).isNotEqualTo(NOON);
  }
}
