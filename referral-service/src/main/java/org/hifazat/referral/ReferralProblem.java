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
      "Nobody has consented to sharing with this agency, and no override stands"),
  STEP_NOT_ALLOWED(409, "step-not-allowed", "The referral cannot go from its state to that one"),
  LOOP_NOT_OPEN(409, "loop-not-open", "There is no answer to close the loop on, or it is closed"),
  // drafts
  DRAFT_UNFINISHED(
      422, "draft-unfinished", "Something is missing that every referral needs; nothing was sent"),
  DRAFT_SENT(409, "draft-sent", "The draft was sent: it is a referral now"),
  TOO_MANY_DRAFTS(
      409, "too-many-drafts", "The case has as many drafts as it may: send or discard one first"),
  // the loop
  CODE_UNKNOWN(422, "code-unknown", "The code is not in its list, or not for this step"),
  PART_OF_UNKNOWN(
      422, "part-of-unknown", "The case has no such referral that another could be part of"),
  CLAIMED_ALREADY(409, "claimed-already", "Somebody else at the agency has the referral"),
  RECIPIENT_UNKNOWN(422, "recipient-unknown", "No consent of the case names such a recipient"),
  ADDRESSEE_UNKNOWN(
      422, "addressee-unknown", "The agency lists no such person whom a referral can be meant for"),
  ADDRESSED_TO_ANOTHER(
      409, "addressed-to-another", "The referral is meant for one other person of the agency"),
  NOT_ADDRESSED(409, "not-addressed", "The referral is meant for nobody in particular"),
  NOT_CLAIMED(409, "not-claimed", "Nobody at the agency has the referral"),
  // the packet
  ITEM_UNKNOWN(422, "item-unknown", "There is no such kind of item for a packet"),
  ITEM_TWICE(422, "item-twice", "A packet holds one item of a kind"),
  RELEASE_REFUSED(422, "release-refused", "Such a service is not told this"),
  RELEASE_NEEDS_REASON(
      422, "release-needs-reason", "Such a service is told this for a reason only"),
  RELEASE_NEEDS_ORDER(
      422, "release-needs-order", "Such a service is told this when it is ordered only"),
  ORDER_NOT_IN_FORCE(
      422,
      "order-not-in-force",
      "The case has no such order of a court or committee that is in force today"),
  RELEASE_BY_SUPERVISOR(
      422, "release-by-supervisor", "What is ordered is released by the supervisor only"),
  SECOND_PERSON_AWAITED(
      409,
      "second-person-awaited",
      "Until a second person confirms the override, only what such a service gets as a rule goes"),
  CLINICAL_BY_PSYCHOLOGIST(
      422,
      "clinical-by-psychologist",
      "What a psychologist found or wrote is passed on by a psychologist or the supervisor"),
  PREVIEW_NEEDED(
      409,
      "preview-needed",
      "It holds what takes care, or more than such a service gets as a rule: preview it first"),
  PREVIEW_DIFFERS(409, "preview-differs", "It is not what was previewed: preview it again"),
  POLICY_BEGUN(
      422, "policy-begun", "What holds already stays as it was: lay it down from a later day on"),
  DEADLINES_CROSSED(
      422, "deadlines-crossed", "Nothing is to be carried out before it is to be answered"),
  CODE_RESERVED(
      422,
      "code-reserved",
      "The platform itself gives this code: its words may change, and nobody chooses it"),
  LAST_CODE(
      409,
      "last-code",
      "Something that needs a code would have none to choose: name another first"),
  // thread and attachments
  THREAD_CLOSED(
      409,
      "thread-closed",
      "The agency reads nothing of this referral any more, and nothing is written to it"),
  NOT_ACCEPTED(
      409, "not-accepted", "The agency reads the sender's files once it has accepted the referral"),
  ATTACHMENT_UNKNOWN(
      422, "attachment-unknown", "There is no such attachment of yours that is whole and not sent"),
  KIND_NEEDED(422, "kind-needed", "What goes to an agency says which kind of item it is"),
  MEDIA_TYPE_NOT_TAKEN(
      422, "media-type-not-taken", "Files of this kind are not taken; take a PDF or a photo"),
  TOO_MANY_ATTACHMENTS(
      409, "too-many-attachments", "The referral holds as many attachments as it may"),
  UPLOAD_OVER(409, "upload-over", "The file was finished, or nobody went on with it in time"),
  UPLOAD_NOT_WHOLE(409, "upload-not-whole", "Not all of the file has arrived"),
  OFFSET_NOT_HERE(409, "offset-not-here", "The file goes on at another place: ask how far it came"),
  PIECE_SIZE(422, "piece-size", "A piece is too small, too large or more than was announced"),
  HASH_DIFFERS(422, "hash-differs", "What arrived is not what was announced; nothing is kept"),
  CONTENT_NOT_AS_SAID(
      422, "content-not-as-said", "The file is not what it says it is; nothing is kept"),
  CONTENT_NOT_SAFE(
      422, "content-not-safe", "The file could harm whoever opens it; nothing is kept"),
  PICTURE_TOO_LARGE(422, "picture-too-large", "The picture has too many points; nothing is kept"),
  // the partner API
  TOO_MANY_REQUESTS(429, "too-many-requests", "More requests than there may be in a while"),
  SCOPE_MISSING(403, "scope-missing", "The client was not given this of what its agency may do"),
  NOT_A_SANDBOX(409, "not-a-sandbox", "The agency is no sandbox: nothing of it begins again"),
  // webhooks
  RECEIVER_ADDRESS_REFUSED(
      422,
      "receiver-address-refused",
      "Messages go to https addresses in the public internet only, without user and fragment"),
  AGENCY_UNKNOWN(422, "agency-unknown", "The directory knows no such agency"),
  TOO_MANY_ENDPOINTS(409, "too-many-endpoints", "The agency has as many endpoints as it may"),
  ENDPOINT_NOT_ACTIVE(409, "endpoint-not-active", "The endpoint is paused or gone already"),
  ENDPOINT_ACTIVE(409, "endpoint-active", "Messages go to the endpoint already"),
  TOO_MANY_TEST_CALLS(409, "too-many-test-calls", "Other test calls are under way: try again"),
  // secure links
  ONLY_BY_LINK(
      409, "only-by-link", "Whoever is outside the directory reads by a secure link and no thread"),
  LINK_NOT_POSSIBLE(
      409, "link-not-possible", "Nobody has to answer this referral any more, or not read it"),
  TOO_MANY_LINKS(409, "too-many-links", "As many links were made for the referral as may be"),
  LINK_ENDED(409, "link-ended", "The link has ended already"),
  LINK_NOT_OPEN(
      409,
      "link-not-open",
      "There is no such link, it has ended, or it was opened already: ask who sent it"),
  CODE_WRONG(422, "code-wrong", "The code is not the one of this link"),
  MESSAGE_SENT(409, "message-sent", "A message was written with this link already"),
  // feedback, back and onward
  NOTHING_GIVEN_YET(
      409,
      "nothing-given-yet",
      "The agency has not had to do with the child yet, or the referral was an error"),
  TOO_MANY_ENTRIES(409, "too-many-entries", "As many were recorded of the referral as may be"),
  NOT_TO_BE_RELEASED(
      409,
      "not-to-be-released",
      "Whoever said it did not agree that the agency hears it, or it says what happened to somebody there"),
  FEEDBACK_NOT_RELEASED(
      409, "feedback-not-released", "The agency does not read it: there is nothing to take back"),
  RETURN_NEEDS_CONSENT(
      409,
      "return-needs-consent",
      "The child or the caregiver must agree to be sent back or onward"),
  RETURN_ANSWERED(409, "return-answered", "It is answered already"),
  ONWARD_REFERRAL_UNKNOWN(
      422,
      "onward-referral-unknown",
      "There is no referral to that service that is part of this one"),
  // notices
  NOT_AN_ADDRESS(
      422, "not-an-address", "Not an e-mail address, or not a number with its country's code"),
  TOO_MANY_ADDRESSES(409, "too-many-addresses", "The agency has as many addresses as it may");

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
