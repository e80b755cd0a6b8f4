package org.hifazat.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.hifazat.cases.KarachiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock that stands still on Saturdays, Sundays and holidays. */
class WorkingDaysTest {
  private static final WorkingDays PLAIN = new WorkingDays(Set.of());

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T10:00+05:00, 24, 2026-11-17T10:00+05:00",
    "2026-11-20T10:00+05:00, 24, 2026-11-23T10:00+05:00",
    "2026-11-20T10:00+05:00, 14, 2026-11-21T00:00+05:00",
    "2026-11-20T10:00+05:00, 15, 2026-11-23T01:00+05:00",
    "2026-11-21T10:00+05:00, 24, 2026-11-24T00:00+05:00",
    "2026-11-22T23:59+05:00, 1, 2026-11-23T01:00+05:00",
    "2026-11-16T10:00+05:00, 168, 2026-11-25T10:00+05:00"
  })
  void hoursOfWorkingDaysAreCounted(OffsetDateTime start, int hours, OffsetDateTime end) {
    assertThat(PLAIN.after(start.toInstant(), Duration.ofHours(hours))).isEqualTo(end.toInstant());
  }

  @Test
  void aHolidayStopsTheClockAndTheNextDayGoesOn() {
    WorkingDays clock = new WorkingDays(Set.of(LocalDate.of(2026, 11, 9)));
    Instant friday = Instant.parse("2026-11-06T06:00:00Z");
    assertThat(clock.after(friday, Duration.ofHours(24)))
        .isEqualTo(Instant.parse("2026-11-10T06:00:00Z"));
  }

  @Test
  void aDayBeginsAndEndsInPakistanAndNotInGreenwich() {
    // 20:00 UTC on Sunday is one o'clock on Monday morning there.
    Instant start = Instant.parse("2026-11-22T20:00:00Z");
    assertThat(PLAIN.after(start, Duration.ofHours(2))).isEqualTo(start.plus(Duration.ofHours(2)));
  }

  @Test
  void noTimeAtAllEndsWhereItStarts() {
    Instant monday = Instant.parse("2026-11-16T06:00:00Z");
    assertThat(PLAIN.after(monday, Duration.ZERO)).isEqualTo(monday);
  }

  @Test
  void aDeadlineNeverFallsInsideADayTheClockStandsStill() {
    WorkingDays clock = new WorkingDays(Set.of(LocalDate.of(2026, 11, 18)));
    for (int minutes = 0; minutes < 14 * 24 * 60; minutes += 97) {
      Instant start = Instant.parse("2026-11-14T00:00:00Z").plusSeconds(60L * minutes);
      Instant end = clock.after(start, Duration.ofMinutes(61));
      LocalDate day = KarachiTime.day(end.minusNanos(1));
      assertThat(day.getDayOfWeek().getValue()).as("%s", start).isLessThan(6);
      assertThat(day).isNotEqualTo(LocalDate.of(2026, 11, 18));
      assertThat(end).isAfterOrEqualTo(start.plus(Duration.ofMinutes(61)));
    }
  }

  @Test
  void anAgreedTimeRemindsAtItsHalfAndIsToldAfterItsDouble() {
    Instant from = Instant.parse("2026-11-16T06:00:00Z");
    Marks marks = Marks.agreed(from, from.plus(Duration.ofDays(4)));
    assertThat(marks.remindAt()).isEqualTo(from.plus(Duration.ofDays(2)));
    assertThat(marks.dueAt()).isEqualTo(from.plus(Duration.ofDays(4)));
    assertThat(marks.commissionAt()).isEqualTo(from.plus(Duration.ofDays(8)));
    assertThat(marks.policy()).isEmpty();
  }

  @Test
  void anAgreedTimeThatIsPastAlreadyHasNoHalfBeforeIt() {
    Instant from = Instant.parse("2026-11-16T06:00:00Z");
    Marks marks = Marks.agreed(from, from.minus(Duration.ofDays(1)));
    assertThat(marks.startedAt()).isEqualTo(marks.dueAt());
    assertThat(marks.remindAt()).isEqualTo(marks.dueAt());
  }
}
