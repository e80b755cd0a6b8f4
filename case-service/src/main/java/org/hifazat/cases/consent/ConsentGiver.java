package org.hifazat.cases.consent;

import java.util.Locale;
import org.hifazat.cases.child.AgeBand;

/**
 * Who may decide at which age (Caring for Child Survivors, IRC/UNICEF 2012): up to 5 an adult; 6 to
 * 11 an adult, the child assents; 12 to 14 an adult, or the child's own assent with due weight to
 * maturity where no safe adult is there; 15 to 17 the child, the caregiver with the child's
 * permission. A court may decide at any age.
 */
public enum ConsentGiver {
  CHILD,
  CAREGIVER,
  OTHER_TRUSTED_ADULT,
  COURT;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for any other label
   */
  public static ConsentGiver of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  boolean mayDecideFor(AgeBand band) {
    return switch (this) {
      case COURT -> true;
      case CAREGIVER, OTHER_TRUSTED_ADULT -> band != AgeBand.ADULT;
      case CHILD -> band == AgeBand.FROM_12 || band == AgeBand.FROM_15 || band == AgeBand.ADULT;
    };
  }
}
