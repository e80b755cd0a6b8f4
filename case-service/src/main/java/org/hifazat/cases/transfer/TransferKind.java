package org.hifazat.cases.transfer;

import java.util.Locale;

/** Where responsibility for a case goes. */
public enum TransferKind {
  /** Another Child Protection Unit of the province. */
  UNIT,
  /** An authority of another province or territory, which does not work here. */
  CROSS_PROVINCE,
  /** The agency gives its cases up; a body outside the platform takes this one. */
  AGENCY_EXIT;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for any other label
   */
  public static TransferKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether the case leaves the platform with it. */
  public boolean leaves() {
    return this != UNIT;
  }
}
