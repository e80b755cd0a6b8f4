package org.hifazat.assessment.instrument;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The bands an instrument may end in, as the Inter-Agency Guidelines name them. */
public enum RiskLevel {
  HIGH,
  MEDIUM,
  LOW;

  /** The code in forms, contracts and tables: {@code high}, {@code medium} or {@code low}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level with that code, or empty. */
  public static Optional<RiskLevel> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
  }
}
