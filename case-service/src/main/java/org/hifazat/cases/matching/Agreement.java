package org.hifazat.cases.matching;

import java.util.Locale;

/** Whether something that is the same or is not, is. */
public enum Agreement {
  SAME,
  DIFFERENT,
  NOT_KNOWN;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Agreement of(NameMarks one, NameMarks other, MarkKind kind) {
    if (one.of(kind).length == 0 || other.of(kind).length == 0) {
      return NOT_KNOWN;
    }
    return one.shared(kind, other).length > 0 ? SAME : DIFFERENT;
  }
}
