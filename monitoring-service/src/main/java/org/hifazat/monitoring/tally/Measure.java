package org.hifazat.monitoring.tally;

import java.util.Arrays;
import java.util.List;

/** What is counted. The codes are the database's. */
public enum Measure {
  CONCERN_REPORTS("concern-reports", Kind.FLOW),
  /** Of the reports: those nobody had decided on after twice the time they may wait. */
  REPORTS_LONG_WAITING("reports-long-waiting", Kind.FLOW),
  NEW_CASES("new-cases", Kind.FLOW),
  /** Stored are closings and reopenings; a case is open from the month it was opened in. */
  OPEN_CASES("open-cases", Kind.STOCK),
  RISK_HIGH("risk-high", Kind.STOCK),
  RISK_MEDIUM("risk-medium", Kind.STOCK),
  RISK_LOW("risk-low", Kind.STOCK),
  RISK_NOT_ASSESSED("risk-not-assessed", Kind.STOCK),
  REFERRALS_REQUESTED("referrals-requested", Kind.FLOW),
  /** Of those requested: not answered, or not carried out, when the time for it was over. */
  REFERRALS_OVERDUE("referrals-overdue", Kind.FLOW),
  /** Of these: still not at twice the time, when the Commission was to be told. */
  REFERRALS_LONG_OVERDUE("referrals-long-overdue", Kind.FLOW),
  REFERRALS_ACCEPTED("referrals-accepted", Kind.FLOW),
  REFERRALS_COMPLETED("referrals-completed", Kind.FLOW),
  LOOPS_CLOSED("loops-closed", Kind.FLOW),
  TASKS_DUE("tasks-due", Kind.FLOW),
  TASKS_ON_TIME("tasks-on-time", Kind.FLOW),
  /** Of those due: still undone when the Commission was to be told, at twice the time. */
  TASKS_LONG_OVERDUE("tasks-long-overdue", Kind.FLOW),
  /** By response, not by district. */
  RESPONSES_OFFERED("responses-offered", Kind.FLOW),
  RESPONSES_TAKEN("responses-taken", Kind.FLOW),
  /** By district and kind of service. */
  SERVICE_GAPS("service-gaps", Kind.FLOW);

  /** The four parts of the open cases. */
  public static final List<Measure> RISKS =
      List.of(RISK_HIGH, RISK_MEDIUM, RISK_LOW, RISK_NOT_ASSESSED);

  /** What is counted by the response that was offered. */
  public static final List<Measure> OF_RESPONSES = List.of(RESPONSES_OFFERED, RESPONSES_TAKEN);

  /** What is counted by district and kind of service. */
  public static final List<Measure> OF_GAPS = List.of(SERVICE_GAPS);

  /** What is counted by district: all others. */
  public static final List<Measure> OF_DISTRICTS =
      Arrays.stream(values())
          .filter(measure -> !OF_RESPONSES.contains(measure) && !OF_GAPS.contains(measure))
          .toList();

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
