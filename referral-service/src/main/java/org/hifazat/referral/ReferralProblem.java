package org.hifazat.referral;

import org.hifazat.platform.web.ProblemType;

/** What this service may answer when it refuses. The codes are part of the contract. */
public enum ReferralProblem implements ProblemType {
  IN_THE_FUTURE(422, "in-the-future", "The time given has not come yet"),
  BEFORE_THE_REFERRAL(422, "before-the-referral", "The time given is before the referral was made"),
  BEFORE_THE_LAST_STEP(
      422, "before-the-last-step", "The time given is before the referral's last step"),
  BEFORE_ANY_DEADLINE(
      422, "before-any-deadline", "No deadlines are laid down for the time the referral was made"),
  SERVICE_UNKNOWN(422, "service-unknown", "The directory lists no such active service"),
  REASON_NEEDED(422, "reason-needed", "A reason is needed"),
  OUTCOME_NEEDED(422, "outcome-needed", "A completed referral needs an outcome"),
  // The service directory.
  DIRECTORY_ENTRY_REFUSED(
      422, "directory-entry-refused", "An entry of the directory cannot be; nothing was written"),
  QUESTION_ANSWERED(409, "question-answered", "The question about room is answered already"),
  CASE_CLOSED(409, "case-closed", "The case is closed: reopen it first"),
  CONSENT_MISSING(
      409,
      "consent-missing",
      "Nobody has consented to sharing with this agency, and no override is given"),
  STEP_NOT_ALLOWED(409, "step-not-allowed", "The referral cannot go from its state to that one"),
  LOOP_NOT_OPEN(409, "loop-not-open", "There is no answer to close the loop on, or it is closed"),
  // webhooks
  RECEIVER_ADDRESS_REFUSED(
      422,
      "receiver-address-refused",
      "Messages go to https addresses in the public internet only, without user and fragment"),
  AGENCY_UNKNOWN(422, "agency-unknown", "The directory knows no such agency"),
  TOO_MANY_ENDPOINTS(409, "too-many-endpoints", "The agency has as many endpoints as it may"),
  ENDPOINT_NOT_ACTIVE(409, "endpoint-not-active", "The endpoint is paused or gone already"),
  ENDPOINT_ACTIVE(409, "endpoint-active", "Messages go to the endpoint already"),
  TOO_MANY_TEST_CALLS(409, "too-many-test-calls", "Other test calls are under way: try again");

  private final int status;
  private final String code;
  private final String title;

  ReferralProblem(int status, String code, String title) {
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
