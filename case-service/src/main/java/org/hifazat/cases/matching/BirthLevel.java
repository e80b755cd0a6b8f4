package org.hifazat.cases.matching;

import java.util.Locale;

/** How two ages agree. Estimates are judged apart: they drift, and a birth date does not. */
public enum BirthLevel {
  SAME_DATE,
  DAY_AND_MONTH_EXCHANGED,
  SAME_YEAR_OTHER_DATE,
  DATES_A_YEAR_APART,
  DATES_FEW_YEARS_APART,
  DATES_MANY_YEARS_APART,
  SAME_YEAR,
  ONE_YEAR_APART,
  FEW_YEARS_APART,
  MANY_YEARS_APART,
  ESTIMATES_AGREE,
  ESTIMATES_ONE_YEAR_APART,
  ESTIMATES_TWO_YEARS_APART,
  ESTIMATES_FEW_YEARS_APART,
  ESTIMATES_MANY_YEARS_APART,
  ESTIMATES_FAR_APART;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static BirthLevel of(ChildMarks one, ChildMarks other) {
    boolean estimate =
        one.yearBasis() == ChildMarks.YearBasis.ESTIMATE
            || other.yearBasis() == ChildMarks.YearBasis.ESTIMATE;
    int years = Math.abs(one.birthYear() - other.birthYear());
    if (estimate) {
      return switch (years) {
        case 0 -> ESTIMATES_AGREE;
        case 1 -> ESTIMATES_ONE_YEAR_APART;
        case 2 -> ESTIMATES_TWO_YEARS_APART;
        case 3, 4 -> ESTIMATES_FEW_YEARS_APART;
        case 5, 6, 7 -> ESTIMATES_MANY_YEARS_APART;
        default -> ESTIMATES_FAR_APART;
      };
    }
    if (one.yearBasis() == ChildMarks.YearBasis.DATE
        && other.yearBasis() == ChildMarks.YearBasis.DATE) {
      return ofDates(one.numbers(), other.numbers(), years);
    }
    return switch (years) {
      case 0 -> SAME_YEAR;
      case 1 -> ONE_YEAR_APART;
      case 2, 3 -> FEW_YEARS_APART;
      default -> MANY_YEARS_APART;
    };
  }

  private static BirthLevel ofDates(NameMarks one, NameMarks other, int years) {
    if (one.shared(MarkKind.BIRTH_DATE, other).length > 0) {
      return SAME_DATE;
    }
    for (long turned : one.of(MarkKind.BIRTH_DATE_TURNED)) {
      if (other.has(MarkKind.BIRTH_DATE.of(turned))) {
        return DAY_AND_MONTH_EXCHANGED;
      }
    }
    return switch (years) {
      case 0 -> SAME_YEAR_OTHER_DATE;
      case 1 -> DATES_A_YEAR_APART;
      case 2, 3 -> DATES_FEW_YEARS_APART;
      default -> DATES_MANY_YEARS_APART;
    };
  }
}
