package org.hifazat.cases.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.hifazat.cases.KarachiTime;

/**
 * A clock that stands still on Saturdays, Sundays and holidays; every other day has 24 hours.
 *
 * @param holidays days of Pakistan
 */
record WorkingDays(Set<LocalDate> holidays) {
  WorkingDays {
    holidays = Set.copyOf(holidays);
  }

  /** When the clock, started then, has counted that long. */
  Instant after(Instant start, Duration time) {
    Instant from = start;
    Duration left = time;
    while (true) {
      LocalDate day = KarachiTime.day(from);
      Instant midnight = day.plusDays(1).atStartOfDay(KarachiTime.ZONE).toInstant();
      if (works(day)) {
        Duration today = Duration.between(from, midnight);
        if (left.compareTo(today) <= 0) {
          return from.plus(left);
        }
        left = left.minus(today);
      }
      from = midnight;
    }
  }

  private boolean works(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
  }
}
