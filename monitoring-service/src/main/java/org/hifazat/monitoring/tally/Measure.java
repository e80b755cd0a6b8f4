package org.hifazat.monitoring.tally;

import java.util.Arrays;
import java.util.List;

/** What is counted. The codes are the database's. */
public enum Measure {
  CONCERN_REPORTS("concern-reports", Kind.FLOW),
  NEW_CASES("new-cases", Kind.FLOW),
  /** Stored are closings and reopenings; a case is open from the month it was opened in. */
  OPEN_CASES("open-cases", Kind.STOCK),
  RISK_HIGH("risk-high", Kind.STOCK),
  RISK_MEDIUM("risk-medium", Kind.STOCK),
  RISK_LOW("risk-low", Kind.STOCK),
  RISK_NOT_ASSESSED("risk-not-assessed", Kind.STOCK),
  REFERRALS_REQUESTED("referrals-requested", Kind.FLOW),
  REFERRALS_ACCEPTED("referrals-accepted", Kind.FLOW),
  REFERRALS_COMPLETED("referrals-completed", Kind.FLOW),
  LOOPS_CLOSED("loops-closed", Kind.FLOW),
  TASKS_DUE("tasks-due", Kind.FLOW),
  TASKS_ON_TIME("tasks-on-time", Kind.FLOW);

  /** The four parts of the open cases. */
  public static final List<Measure> RISKS =
      List.of(RISK_HIGH, RISK_MEDIUM, RISK_LOW, RISK_NOT_ASSESSED);

  private enum Kind {
    FLOW,
    STOCK
  }

  private final String code;
  private final Kind kind;

  Measure(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  public String code() {
    return code;
  }

  /** Counts what happened in a period, not what was there at its end. */
  public boolean isFlow() {
    return kind == Kind.FLOW;
  }

  /**
   * @throws IllegalArgumentException when there is no such code
   */
  public static Measure of(String code) {
    return Arrays.stream(values())
        .filter(measure -> measure.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such measure"));
  }
}
