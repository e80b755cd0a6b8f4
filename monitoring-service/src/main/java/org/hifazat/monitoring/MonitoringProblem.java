package org.hifazat.monitoring;

import org.hifazat.platform.web.ProblemType;

/** What this service may answer when it refuses. The codes are part of the contract. */
public enum MonitoringProblem implements ProblemType {
  MONTH_IN_FUTURE(422, "month-in-future", "The month has not begun yet."),
  DISTRICT_UNKNOWN(422, "district-unknown", "The directory has no such district.");

  private final int status;
  private final String code;
  private final String title;

  MonitoringProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
