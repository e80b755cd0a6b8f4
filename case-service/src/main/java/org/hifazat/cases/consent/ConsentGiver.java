package org.hifazat.cases.consent;

import java.util.Locale;
import org.hifazat.cases.child.AgeBand;

/**
 * Who has a word at which age (Caring for Child Survivors, IRC/UNICEF 2012): up to 5 an adult; 6 to
 * 14 an adult, and the child assents; 15 to 17 the child consents, and the caregiver with the
 * child's permission; from 18 the person alone. A court or committee may decide at any age, by an
 * order. Whose words are enough together, {@link ConsentStanding} says.
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

  /** Whether the child may decide where no safe caregiver does, with due weight to maturity. */
  boolean mayDecideAlone(AgeBand band) {
    return this == CHILD && (band == AgeBand.FROM_12 || band == AgeBand.FROM_15);
  }

  /** Whether it is one person of those around the child, who has to be named. */
  boolean isNamed() {
    return this == CAREGIVER || this == OTHER_TRUSTED_ADULT;
  }

  /** Whether it is given in writing; a child of 6 to 11 assents by word of mouth. */
  boolean writes(AgeBand band) {
    return this != CHILD || band != AgeBand.FROM_6;
  }

  /** Whether there may be a reason why no caregiver decides. */
  boolean mayDecideWithout(String reason, AgeBand band) {
    return switch (this) {
      case CHILD -> mayDecideAlone(band);
      case OTHER_TRUSTED_ADULT -> !reason.equals("not-permitted");
      case CAREGIVER, COURT -> false;
    };
  }

  boolean mayDecideFor(AgeBand band) {
    return switch (this) {
      case COURT -> true;
      case CAREGIVER, OTHER_TRUSTED_ADULT -> band != AgeBand.ADULT;
      case CHILD -> band != AgeBand.UP_TO_5;
    };
  }
}
