package org.hifazat.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void anIdIsAVersionSevenUuidWithTheTimeInFront() {
    UUID id = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC)).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void idsOfOneMillisecondIncreaseEvenBeyondItsCounter() {
    var source = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC));
    List<String> made = IntStream.range(0, 20_000).mapToObj(i -> source.next().toString()).toList();
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aClockThatGoesBackDoesNotTakeTheIdsWithIt() {
    var clock = new MutableClock();
    clock.stopAt(NOON);
    var source = new TimeOrderedIds(clock);
    String before = source.next().toString();
    clock.advance(Duration.ofHours(-1));
    assertThat(source.next().toString()).isGreaterThan(before);
  }

  @Test
  void manyThreadsNeverMakeTheSameId() throws Exception {
    var source = new TimeOrderedIds(Clock.fixed(NOON, ZoneOffset.UTC));
    var all = new HashSet<UUID>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var batches = new ArrayList<Future<List<UUID>>>();
      for (int thread = 0; thread < 8; thread++) {
        batches.add(
            threads.submit(() -> IntStream.range(0, 5_000).mapToObj(i -> source.next()).toList()));
      }
      for (var batch : batches) {
        all.addAll(batch.get());
      }
    }
    assertThat(all).hasSize(40_000);
  }
}
