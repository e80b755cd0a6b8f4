package org.hifazat.cases.matching;

import java.util.Locale;

/** How two names agree, from letter for letter to not at all. */
public enum NameLevel {
  SPELLED_THE_SAME,
  SOUNDS_THE_SAME,
  SAME_CONSONANTS,
  ONE_SLIP_APART,
  ONE_WITHIN_THE_OTHER,
  SHARES_A_WORD,
  EXCHANGED,
  DIFFERENT,
  NOT_KNOWN;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean wholeNameAgrees() {
    return compareTo(SAME_CONSONANTS) <= 0;
  }
}
