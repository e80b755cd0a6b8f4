package org.hifazat.cases;

import org.hifazat.platform.web.ProblemType;

/** What this service may answer when it refuses. The codes are part of the contract. */
public enum CaseProblem implements ProblemType {
  DISTRICT_UNKNOWN(422, "district-unknown", "The district does not exist on that day"),
  CODE_UNKNOWN(422, "code-unknown", "A code is not in its list"),
  IN_THE_FUTURE(422, "in-the-future", "The time given has not come yet"),
  BIRTH_DATE_IN_FUTURE(422, "birth-date-in-future", "The birth date has not come yet"),
  AGE_MISSING(
      422, "age-missing", "Either a birth date or an estimated age with its basis is needed"),
  CHILD_MISSING(422, "child-missing", "The child to open a case for is missing"),
  NOT_A_CHILD(422, "not-a-child", "The person is not under 18"),
  // concern reports
  ALREADY_IN_DISTRICT(409, "already-in-district", "The report is of this district already"),
  ROUTING_BACK_NEEDS_SUPERVISOR(
      409,
      "routing-back-needs-supervisor",
      "Only a supervisor sends a report back to a unit that gave it away"),
  DISTRICT_NEEDED(422, "district-needed", "The right district is missing"),
  CASE_NUMBER_NEEDED(422, "case-number-needed", "The number of the case to join is missing"),
  BODY_NEEDED(422, "body-needed", "Whom the report is referred on to is missing"),
  AGENCY_UNKNOWN(422, "agency-unknown", "The directory has no such agency of this kind"),
  FOLLOW_UP_TOO_EARLY(
      422, "follow-up-too-early", "Asking again cannot be before the report was referred on"),
  NOTHING_TO_FOLLOW_UP(409, "nothing-to-follow-up", "Nothing is left to ask about this report"),
  // consent
  WITNESS_NEEDED(
      422, "witness-needed", "A thumbprint or a spoken consent needs somebody who saw or heard it"),
  GIVER_PERSON_NEEDED(422, "giver-person-needed", "The person whose word it is is not named"),
  RECIPIENT_UNKNOWN(422, "recipient-unknown", "No consent of the case names such a recipient"),
  RECIPIENT_OF_CONCERN(
      409, "recipient-of-concern", "The child has to be kept safe from somebody of that name"),
  RECIPIENT_REFUSED_ELSEWHERE(
      409,
      "recipient-refused-elsewhere",
      "A no to somebody of that name stands under another entry and is answered there"),
  GIVER_UNKNOWN(422, "giver-unknown", "The case has no such person"),
  GIVER_OF_CONCERN(
      409, "giver-of-concern", "A person the child is kept safe from has no word in this"),
  GIVER_NOT_CAREGIVER(409, "giver-not-caregiver", "This person is no caregiver of the child"),
  STAND_IN_REASON_NEEDED(
      422, "stand-in-reason-needed", "Why another adult stands in for the caregiver is missing"),
  ORAL_REASON_NEEDED(
      422,
      "oral-reason-needed",
      "At this age it is given in writing: why it was spoken is missing"),
  CONSENT_ORDER_NEEDED(
      422, "consent-order-needed", "A court's word rests on an order recorded in the case"),
  ORDER_NOT_IN_FORCE(409, "order-not-in-force", "The case has no such order in force"),
  ORDER_NOT_OF_COURT(409, "order-not-of-court", "Neither a court nor a committee made this order"),
  COURT_WORD_SECOND_PERSON(
      409,
      "court-word-second-person",
      "Order and consent are recorded by two people, one of them a supervisor"),
  HAND_OVER_UNKNOWN(
      422, "hand-over-unknown", "The case has no such transfer to a body outside, still pending"),
  HAND_OVER_CONSENT_MISSING(
      409, "hand-over-consent-missing", "Nobody consented to hand the file over to this body"),
  ALONE_NOT_ALLOWED(
      409, "alone-not-allowed", "Only a child of 12 to 17 decides without a caregiver"),
  OVERRIDE_AWAITING(409, "override-awaiting", "An override of this waits for its second person"),
  CONSENT_STANDS(409, "consent-stands", "Consent to this stands: nothing has to be overridden"),
  OVERRIDE_TOO_LATE(
      422, "override-too-late", "The time in which it can be countersigned has passed"),
  OVERRIDE_OWN(409, "override-own", "Somebody else has to countersign one's override"),
  OVERRIDE_LAPSED(409, "override-lapsed", "Nobody countersigned it in time: it has lapsed"),
  OVERRIDE_NOT_AWAITING(409, "override-not-awaiting", "The override has been answered"),
  OVERRIDE_NOT_CONFIRMED(409, "override-not-confirmed", "Only a confirmed override is ended"),
  AGENCY_NEEDED(422, "agency-needed", "Sharing is consented to for one named agency or recipient"),
  REPORTER_NOT_ANONYMOUS(
      422, "reporter-not-anonymous", "An anonymous reporter has no name and no phone"),
  REASON_NEEDED(422, "reason-needed", "A reason is needed"),
  TRIAGE_BEFORE_REPORT(
      422, "triage-before-report", "A report cannot be triaged before it was received"),
  ENDS_BEFORE_IT_BEGINS(
      422, "ends-before-it-begins", "A consent cannot have ended before it was given"),
  SEARCH_REQUIRED(409, "search-required", "Search for the child first"),
  SEARCH_EXPIRED(409, "search-expired", "The search is too old, search again"),
  SEARCH_DOES_NOT_MATCH(
      409, "search-does-not-match", "The search was for another name, search for this one"),
  SEARCH_LEFT_CHILD_OUT(
      409,
      "search-left-child-out",
      "The search was narrowed to another sex, age or district and left this child out"),
  ALREADY_TRIAGED(409, "already-triaged", "The report has been triaged"),
  CONSENT_GIVER_NOT_ALLOWED(
      409, "consent-giver-not-allowed", "At this child's age somebody else has to decide"),
  // tasks and deadlines
  TASK_KIND_UNKNOWN(422, "task-kind-unknown", "No step of casework has this name"),
  POLICY_IN_THE_PAST(422, "policy-in-the-past", "A deadline is not changed for days gone by"),
  POLICY_OVERLAPS(409, "policy-overlaps", "A deadline from that day or a later one is set already"),
  WORKING_DAYS_NOT_ALLOWED(
      422, "working-days-not-allowed", "Only the clocks of low risk may stand still on days off"),
  DEADLINE_TOO_LONG(422, "deadline-too-long", "The source of this deadline does not allow so long"),
  POLICY_BEGUN(422, "policy-begun", "What holds already stays: choose a later day"),
  LIST_CLOSED(
      422, "list-closed", "The platform acts by the codes of this list: their words change only"),
  CODE_LASTS(422, "code-lasts", "The platform acts by this code: it does not end"),
  LAST_CODE(409, "last-code", "Nobody would have a code left to choose"),
  CASELOAD_STEPS(422, "caseload-steps", "Warning, reason and approval come one after the other"),
  CASELOAD_WEIGHTS(422, "caseload-weights", "A case weighs no less the higher its risk is"),
  CLOSURE_RULE_FIRM(
      422, "closure-rule-firm", "The guideline asks for this: a rule may ask for more, not less"),
  CLOSURE_ATTEMPTS(
      422,
      "closure-attempts",
      "Days between attempts need two attempts, and two attempts need days"),
  HOLIDAY_IN_THE_PAST(422, "holiday-in-the-past", "A holiday is not changed for days gone by"),
  HOLIDAY_EXISTS(409, "holiday-exists", "The day is a holiday already"),
  COLLEAGUE_UNKNOWN(422, "colleague-unknown", "Nobody of this unit who takes cases has that id"),
  ALREADY_THEIRS(409, "already-theirs", "The task is theirs already"),
  TASK_NEEDS_ITS_RECORD(
      409, "task-needs-its-record", "This task ends with the record of what was done"),
  TASK_NOT_OPEN(409, "task-not-open", "The task is no longer open"),
  // lifecycle and approvals
  CASE_CLOSED(409, "case-closed", "The case is closed: reopen it first"),
  CASE_NOT_CLOSED(409, "case-not-closed", "The case is not closed"),
  STEP_NOT_FROM_HERE(409, "step-not-from-here", "This step does not lead on from this state"),
  STEP_BLOCKED(409, "step-blocked", "Something else has to be done first"),
  CLOSURE_RULE(409, "closure-rule", "This reason for closing asks for more"),
  NOTHING_TO_LOWER(409, "nothing-to-lower", "No assessment since then says that the risk is lower"),
  BEFORE_LAST_STEP(422, "before-last-step", "The step before happened later than that"),
  APPROVAL_PENDING(409, "approval-pending", "It has been requested and not been answered"),
  APPROVAL_NOTHING_TO_APPROVE(
      409, "approval-nothing-to-approve", "There is nothing to approve yet"),
  APPROVAL_NOT_REQUESTED(409, "approval-not-requested", "Nobody asks for this approval"),
  APPROVAL_OWN_REQUEST(409, "approval-own-request", "Somebody else has to answer one's request"),
  APPROVAL_OVERTAKEN(
      409, "approval-overtaken", "The child was assessed again since this was asked for"),
  APPROVAL_NOT_YOURS(409, "approval-not-yours", "Only who asked for it takes it back"),
  DECIDED_BEFORE_REQUESTED(
      422, "decided-before-requested", "A request cannot be answered before it was made"),
  // children and their people
  PERIOD_ENDS_BEFORE_IT_BEGINS(
      422, "period-ends-before-it-begins", "What is said to hold ends before it begins"),
  PERSON_OF_CONCERN_NOT_SAFE(
      422, "person-of-concern-not-safe", "A person of concern cannot be a safe adult"),
  CASE_NUMBER_UNKNOWN(422, "case-number-unknown", "No case has this number"),
  LINKED_TO_ITSELF(422, "linked-to-itself", "A case cannot be linked to itself"),
  ALREADY_LINKED(409, "already-linked", "The cases are linked this way"),
  LINK_ENDED(409, "link-ended", "The link has ended, or would end before it began"),
  REUNIFIED_WITH_WHOM(
      422, "reunified-with-whom", "Reunification, and nothing else, names a person of the case"),
  NOT_SEPARATED(409, "not-separated", "Only an unaccompanied or separated child is traced for"),
  TRACING_CONSENT_MISSING(
      409, "tracing-consent-missing", "Nobody looks for a family without consent to tracing"),
  TRACING_STEP_NOT_ALLOWED(
      409, "tracing-step-not-allowed", "The search for the family cannot take this step now"),
  // duplicates
  DUPLICATE_ALREADY_MERGED(409, "duplicate-already-merged", "The two are merged"),
  MERGE_PENDING(409, "merge-pending", "A merge is proposed already"),
  MERGE_NOT_PROPOSED(409, "merge-not-proposed", "The merge is no longer waiting for an answer"),
  MERGE_NOT_CONFIRMED(409, "merge-not-confirmed", "There is no merge to undo"),
  MERGE_NEEDS_ANOTHER_PERSON(
      409, "merge-needs-another-person", "Another person has to confirm the merge"),
  MERGE_NEEDS_THE_OTHER_UNIT(
      409, "merge-needs-the-other-unit", "The other unit's supervisor has to confirm the merge"),
  MERGE_CASE_CLOSED(409, "merge-case-closed", "A closed case is not merged; reopen it first"),
  MERGE_CHOICE_NEEDS_BOTH(
      409, "merge-choice-needs-both", "What is kept of each record is chosen by who may read both"),
  MERGE_CASE_MERGED(409, "merge-case-merged", "One of the cases is merged already"),
  DECIDED_BEFORE_PROPOSED(
      422, "decided-before-proposed", "An answer cannot come before the proposal"),
  // case plan, services, follow-up, conference
  BEFORE_THE_CASE(422, "before-the-case", "The time given is before the case was opened"),
  IN_THE_PAST(422, "in-the-past", "What is planned cannot be in the past"),
  PLAN_PART_REPEATED(422, "plan-part-repeated", "Two parts of the plan have the same id"),
  ACTOR_UNCLEAR(422, "actor-unclear", "It is not clear who does the action"),
  STAFF_UNKNOWN(422, "staff-unknown", "A person named does not work in the unit"),
  AMOUNT_NEEDED(422, "amount-needed", "Cash has an amount, and nothing but cash and goods has one"),
  ACTION_UNKNOWN(422, "action-unknown", "The plan in force has no such action"),
  SEEN_ALONE_NOT_SEEN(
      422, "seen-alone-not-seen", "A child who was not seen was not seen alone either"),
  PLAN_OPEN_ALREADY(409, "plan-open-already", "Another edition of the plan is open already"),
  PLAN_FROZEN(409, "plan-frozen", "This edition of the plan can no longer be changed"),
  PLAN_INCOMPLETE(409, "plan-incomplete", "Each problem needs a goal and each goal an action"),
  PLAN_NOT_AGREED(
      409, "plan-not-agreed", "What child and caregiver say to the plan is not recorded"),
  ACTION_DUE_IN_THE_PAST(409, "action-due-in-the-past", "A new action is due in the past"),
  PLAN_NOT_IN_FORCE(409, "plan-not-in-force", "This edition of the plan is not in force"),
  STRUCK_ALREADY(409, "struck-already", "This record was struck out before"),
  CONTACT_NOT_PLANNED(409, "contact-not-planned", "This contact is no longer planned"),
  CONFERENCE_NOT_PLANNED(
      409, "conference-not-planned", "This case conference is no longer planned"),
  REVIEW_TOO_LATE(409, "review-too-late", "The policy asks for an earlier review"),
  // documents
  DOCUMENT_REMOVED(404, "document-removed", "The content of the document was removed"),
  // erased children
  ERASED(404, "erased", "What was written of the child was erased for good"),
  // import
  IMPORT_TOO_LARGE(413, "import-too-large", "The file is too large: take it over in parts"),
  IMPORT_NOT_IN_THAT_STATE(
      409, "import-not-in-that-state", "The file is not at the step that this follows"),
  IMPORT_ROW_NOT_OPEN(
      409, "import-row-not-open", "There is nothing that a person could decide about the row"),
  IMPORT_CASE_ELSEWHERE(
      409, "import-case-elsewhere", "The known case is not one of the unit that the file is of"),
  // assignment, transfer, sealed cases, emergency access
  ALREADY_OWNER(409, "already-owner", "The case is theirs already"),
  OWNER_NOT_CERTIFIED(
      409, "owner-not-certified", "Without a current Level-1 certificate nobody owns a case"),
  OWNER_NOT_NAMED(409, "owner-not-named", "Nobody works on a sealed case who is not named for it"),
  HANDOVER_NEEDED(422, "handover-needed", "What does the next owner have to know?"),
  CASELOAD_REASON_NEEDED(
      409, "caseload-reason-needed", "The worker has so many cases that another needs a reason"),
  CASELOAD_APPROVAL_NEEDED(
      409, "caseload-approval-needed", "The Commission has to approve another case for the worker"),
  EXCEPTION_NOT_NEEDED(
      409, "exception-not-needed", "The worker may have another case without the Commission"),
  EXCEPTION_PENDING(409, "exception-pending", "The Commission has been asked already"),
  EXCEPTION_DECIDED(409, "exception-decided", "The Commission has answered already"),
  NOT_A_PSYCHOLOGIST(422, "not-a-psychologist", "The colleague is no psychologist"),
  ALREADY_MEMBER(409, "already-member", "The colleague works on the case already"),
  FILTER_MISSING(422, "filter-missing", "Which cases: a list of them or the worker who has them"),
  TOO_MANY_CASES(422, "too-many-cases", "At most a hundred cases are given on at once"),
  CASE_REQUEST_NOT_NEEDED(
      409, "case-request-not-needed", "The supervisor of the case's unit assigns it"),
  CASE_REQUEST_PENDING(409, "case-request-pending", "You have asked for this case already"),
  CASE_REQUEST_ANSWERED(409, "case-request-answered", "The request is answered or has lapsed"),
  CASE_REQUEST_OWN(409, "case-request-own", "Somebody else answers one's own request"),
  DISTRICT_OF_ANOTHER_UNIT(
      422, "district-of-another-unit", "The district is not one of your unit's"),
  TRANSFER_PENDING(409, "transfer-pending", "Somebody is asked to take the case over already"),
  TRANSFER_NOT_PENDING(
      409, "transfer-not-pending", "The transfer has been accepted, declined or withdrawn"),
  TRANSFER_OWN(409, "transfer-own", "Somebody else answers what one has proposed oneself"),
  TRANSFER_CONSENT_MISSING(
      409,
      "transfer-consent-missing",
      "The file moves with consent, or by a supervisor's decision"),
  TRANSFER_OVERRIDE_NOT_YOURS(
      409,
      "transfer-override-not-yours",
      "Only a supervisor decides to move a file without consent"),
  TRANSFER_RECEIVER_NEEDED(
      409, "transfer-receiver-needed", "A sealed case goes to one supervisor of the other unit"),
  TRANSFER_BODY_NEEDED(
      422, "transfer-body-needed", "Who is asked to take the case, outside the platform?"),
  TRANSFER_TO_OWN_UNIT(422, "transfer-to-own-unit", "The district is this unit's own"),
  TRANSFER_INSIDE(409, "transfer-inside", "The other unit answers itself"),
  DISTRICT_WITHOUT_UNIT(409, "district-without-unit", "No unit works in this district"),
  SEAL_WITHOUT_OWNER(409, "seal-without-owner", "Whoever has the case has to be named"),
  SEAL_WITHOUT_YOURSELF(
      409, "seal-without-yourself", "Whoever seals a case stays responsible for it and is named"),
  NOT_SEALED(409, "not-sealed", "The case is not sealed"),
  EMERGENCY_NOT_NEEDED(409, "emergency-not-needed", "The case is open to you already"),
  EMERGENCY_OWN_ACCESS(409, "emergency-own-access", "Somebody else reviews one's own access"),
  EMERGENCY_REVIEWED(409, "emergency-reviewed", "The access has been reviewed"),
  MEMBERSHIP_ENDED(409, "membership-ended", "It has ended, or would end before it began"),
  // notes, documents, incidents, orders, placements
  NOT_A_PERSON_OF_CONCERN(
      422, "not-a-person-of-concern", "Only a person of concern of the case can be named"),
  FOUND_BEFORE_IT_HAPPENED(
      422, "found-before-it-happened", "Nothing was found about it before it happened"),
  ATTENDANCE_OF_HELD(
      422,
      "attendance-of-held",
      "A hearing that was held, and only that, tells whether the child came"),
  MATTER_UNKNOWN(422, "matter-unknown", "The case has no such matter before a court"),
  ORDER_UNKNOWN(422, "order-unknown", "The case has no such order"),
  PERIOD_END_NEEDED(422, "period-end-needed", "A period of protective care has a last day"),
  NOT_LONGER(409, "not-longer", "It has ended, or would not last longer"),
  ENDED_ALREADY(409, "ended-already", "This was recorded before"),
  PLACED_ALREADY(409, "placed-already", "The child is in a placement: record its end first"),
  MEDIA_TYPE_NOT_TAKEN(422, "media-type-not-taken", "Files of this type are not taken"),
  OFFSET_NOT_HERE(409, "offset-not-here", "The next piece begins elsewhere: ask for the offset"),
  PIECE_SIZE(422, "piece-size", "A piece is too small, too large, or longer than what is left"),
  UPLOAD_OVER(409, "upload-over", "The upload has ended or expired"),
  UPLOAD_NOT_WHOLE(409, "upload-not-whole", "Not all of it has come"),
  TOO_MANY_UPLOADS(409, "too-many-uploads", "Finish or discard other uploads first"),
  HASH_DIFFERS(422, "hash-differs", "What came is not what was announced; nothing was kept"),
  CONTENT_NOT_AS_SAID(
      422, "content-not-as-said", "The file is not what it was said to be; nothing was kept"),
  CONTENT_NOT_SAFE(
      422, "content-not-safe", "The file holds something that acts by itself; nothing was kept"),
  PICTURE_TOO_LARGE(422, "picture-too-large", "The picture is too large; nothing was kept"),
  MISSING_ALREADY(409, "missing-already", "The child is recorded as missing already"),
// timeline, import, export
;

  private final int status;
  private final String code;
  private final String title;

  CaseProblem(int status, String code, String title) {
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
