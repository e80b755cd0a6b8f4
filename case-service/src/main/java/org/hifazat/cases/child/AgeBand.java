package org.hifazat.cases.child;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Age bands in which consent is asked for and figures are counted (Caring for Child Survivors,
 * IRC/UNICEF 2012: 0–5, 6–11, 12–14, 15–17).
 */
public enum AgeBand {
  UP_TO_5("0-5", 5),
  FROM_6("6-11", 11),
  FROM_12("12-14", 14),
  FROM_15("15-17", 17),
  ADULT("18+", Integer.MAX_VALUE);

  private final String label;
  private final int upTo;

  AgeBand(String label, int upTo) {
    this.label = label;
    this.upTo = upTo;
  }

  public String label() {
    return label;
  }

  public static AgeBand ofYears(int years) {
    for (AgeBand band : values()) {
      if (years <= band.upTo) {
        return band;
      }
    }
    return ADULT;
  }

  public static AgeBand of(int birthYear, LocalDate today) {
    return ofYears(today.getYear() - birthYear);
  }

  /** Completed years, from the birth date where it is known, else from the birth year. */
  public static int years(@Nullable LocalDate birthDate, int birthYear, LocalDate today) {
    return birthDate == null
        ? today.getYear() - birthYear
        : Period.between(birthDate, today).getYears();
  }
}
