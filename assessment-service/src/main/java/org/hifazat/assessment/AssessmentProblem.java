package org.hifazat.assessment;

import org.hifazat.platform.web.ProblemType;

/** The refusals only this service makes. */
public enum AssessmentProblem implements ProblemType {
  // catalogue
  INSTRUMENT_UNREADABLE(
      422, "instrument-unreadable", "The files cannot be read as an instrument's."),
  LICENCE_FORBIDS(
      422, "licence-forbids", "The holder of this instrument forbids its use in software."),
  INSTRUMENT_VERSION_EXISTS(
      409, "instrument-version-exists", "There is another version of that name: give a new one."),
  INSTRUMENT_FIXED(
      409, "instrument-fixed", "What is published or shipped never changes: make a new version."),
  INSTRUMENT_NOT_CHECKED(
      409, "instrument-not-checked", "It is published only after a check that found nothing."),
  INSTRUMENT_NOT_PUBLISHABLE(
      422, "instrument-not-publishable", "Something stands against publishing it."),
  INSTRUMENT_NOT_PUBLISHED(409, "instrument-not-published", "Only what is in use can be retired."),
  NO_TERMS(409, "no-terms", "Its licence asks for no acceptance."),
  TERMS_CHANGED(409, "terms-changed", "The terms are not the ones that were shown."),
  TERMS_NOT_ACCEPTED(409, "terms-not-accepted", "The licence's terms must be accepted first."),
  WORDING_NOT_AWAITED(409, "wording-not-awaited", "It has no places for licensed wording."),
  WORDING_REFUSED(422, "wording-refused", "The wording does not fit the instrument's places."),
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
  // responses
  RESPONSE_ALREADY_TAKEN(409, "response-already-taken", "Somebody took it into the plan before."),
  RESPONSE_DUE_IN_THE_PAST(422, "response-due-in-the-past", "Its day has passed."),
  // due assessments
  PURPOSE_UNKNOWN(422, "purpose-unknown", "Nothing is assessed for this purpose."),
  AGES_CONTRADICT(422, "ages-contradict", "It ends at an age below the one it begins at."),
  POLICY_IN_THE_PAST(422, "policy-in-the-past", "Nothing is asked for in the past."),
  POLICY_OVERLAPS(
      409, "policy-overlaps", "The same is decided from that day or a later one already."),
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
