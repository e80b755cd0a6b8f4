package org.hifazat.cases.child;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How old the child is, as far as anybody knows.
 *
 * @param birthDate null when only an estimate exists
 * @param basis birth-date, or how the estimate was made: stated, document, appearance, assessment
 */
public record Age(@Nullable LocalDate birthDate, int birthYear, String basis) {
  private static final int MAJORITY = 18;

  public static Age known(LocalDate birthDate) {
    return new Age(birthDate, birthDate.getYear(), "birth-date");
  }

  public static Age estimated(int years, String basis, LocalDate today) {
    return new Age(null, today.getYear() - years, basis);
  }

  /** Child law of the province and JJSA 2018 protect those under 18. */
  public boolean under18(LocalDate day) {
    return AgeBand.years(birthDate, birthYear, day) < MAJORITY;
  }

  /**
   * The first day of being that old; of an estimated age, of the year it comes. Whoever was born on
   * 29 February is a year older on 1 March.
   */
  public LocalDate turns(int years) {
    LocalDate birth = birthDate;
    if (birth == null) {
      return LocalDate.of(birthYear + years, 1, 1);
    }
    LocalDate day = birth.plusYears(years);
    return day.getDayOfMonth() < birth.getDayOfMonth() ? day.plusDays(1) : day;
  }
}
