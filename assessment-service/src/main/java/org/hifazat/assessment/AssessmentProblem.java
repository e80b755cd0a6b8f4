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
  WRONG_RESPONDENT(
      422, "wrong-respondent", "This instrument's questions are answered by somebody else."),
  OUTSIDE_AGE_RANGE(
      422, "outside-age-range", "The instrument is not made for a child of this age."),
  SUPERVISION_NEEDED(
      409,
      "supervision-needed",
      "This instrument is a psychologist's: name the psychologist who supervises."),
  NOT_A_PSYCHOLOGIST(
      422, "not-a-psychologist", "Whoever supervises must be a psychologist who reaches the case."),
  OCCASION_UNKNOWN(422, "occasion-unknown", "No such occasion in this case."),
  ALREADY_AMENDED(409, "already-amended", "It was amended before: amend the addendum."),
  NOT_SUPERVISED_BY_YOU(
      409, "not-supervised-by-you", "It was conducted under somebody else's supervision, or none."),
  ALREADY_COUNTERSIGNED(409, "already-countersigned", "It was countersigned before."),
  // drafts
  DRAFT_ENDED(409, "draft-ended", "The draft was completed or discarded."),
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
