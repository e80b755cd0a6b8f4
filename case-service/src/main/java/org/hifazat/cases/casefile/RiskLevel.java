package org.hifazat.cases.casefile;

import java.util.Locale;

/** From no protection concern to serious harm likely. */
public enum RiskLevel {
  NONE,
  LOW,
  MEDIUM,
  HIGH;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for any other label than none, low, medium, high
   */
  public static RiskLevel of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  public boolean lowerThan(RiskLevel other) {
    return compareTo(other) < 0;
  }
}
