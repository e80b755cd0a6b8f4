package org.hifazat.cases.casefile;

import java.util.Locale;

/** Steps of a case (Inter-Agency Guidelines for Case Management and Child Protection, 2014). */
public enum CaseState {
  IDENTIFIED,
  ASSESSED,
  PLANNED,
  IN_IMPLEMENTATION,
  UNDER_REVIEW,
  CLOSED;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for any other label
   */
  public static CaseState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
