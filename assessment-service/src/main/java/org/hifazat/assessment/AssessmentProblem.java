package org.hifazat.assessment;

import org.hifazat.platform.web.ProblemType;

/** The refusals only this service makes. */
public enum AssessmentProblem implements ProblemType {
  // conducting
  CASE_CLOSED(409, "case-closed", "The case is closed: reopen it before assessing."),
  INSTRUMENT_UNKNOWN(
      422, "instrument-unknown", "No such version of an instrument is published here."),
  CONDUCTED_IN_THE_FUTURE(
      422, "conducted-in-the-future", "An assessment cannot have been conducted in the future."),
  CONDUCTED_DATE_DIFFERS(
      422,
      "conducted-date-differs",
      "The date in the form is more than a day away from conductedAt."),
  SUBMISSION_REFUSED(
      422, "submission-refused", "The submission is not a valid filling of this form."),
  ;

  private final int status;
  private final String code;
  private final String title;

  AssessmentProblem(int status, String code, String title) {
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
