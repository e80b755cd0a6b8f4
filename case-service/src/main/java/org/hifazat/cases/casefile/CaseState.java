package org.hifazat.cases.casefile;

import java.util.Locale;

/** Steps of a case (Inter-Agency Guidelines for Case Management and Child Protection, 2014). */
public enum CaseState {
  IDENTIFIED,
  ASSESSED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
