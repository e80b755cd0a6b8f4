package org.hifazat.cases.deadline;

/** Which hours a clock counts. */
public enum TimeKind {
  /** Every hour. */
  CALENDAR("calendar"),
  /** Hours of working days; the clock stands still on Saturdays, Sundays and holidays. */
  WORKING_DAYS("working-days");

  private final String label;

  TimeKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException when there is no such kind
   */
  public static TimeKind of(String label) {
    for (TimeKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no such kind of time");
  }
}
