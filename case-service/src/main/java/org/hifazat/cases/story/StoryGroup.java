package org.hifazat.cases.story;

import java.util.Locale;

/** What a reader may want to see of a case's story alone. */
public enum StoryGroup {
  CASE,
  CHILD,
  CONSENT,
  RISK,
  PLAN,
  TASK,
  REFERRAL,
  PAPER;

  /** As in a query parameter. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static StoryGroup of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
