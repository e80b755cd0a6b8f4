package org.hifazat.monitoring.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.hifazat.monitoring.KarachiTime;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: one month, or the running month and the eleven before it.
 *
 * @param month null for the latest twelve together
 * @param first month of the year of tables that is protected as one
 * @param last month of it
 */
record Period(@Nullable YearMonth month, YearMonth first, YearMonth last, LocalDate today) {

  /** Empty for a month to come. */
  static Optional<Period> of(@Nullable YearMonth month, Instant now) {
    YearMonth present = KarachiTime.month(now);
    if (month != null && month.isAfter(present)) {
      return Optional.empty();
    }
    YearMonth last =
        month == null || month.isAfter(present.minusMonths(Figures.MONTHS)) ? present : month;
    return Optional.of(
        new Period(month, last.minusMonths(Figures.MONTHS - 1L), last, KarachiTime.day(now)));
  }

  /** First day counted. */
  LocalDate from() {
    return (month == null ? first : month).atDay(1);
  }

  /** Last day of what was asked for. */
  LocalDate end() {
    return (month == null ? last : month).atEndOfMonth();
  }

  /** Last day counted. */
  LocalDate to() {
    return end().isAfter(today) ? today : end();
  }

  /** As the audit trail has it. */
  Object audited() {
    return month == null ? "last-12-months" : month;
  }

  YearOfTables.Protected of(YearOfTables year) {
    return month == null ? year.whole() : year.month(month);
  }
}
