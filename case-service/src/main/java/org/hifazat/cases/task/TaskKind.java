package org.hifazat.cases.task;

import java.util.Set;

/** Kinds of deadline this service sets itself; how long each may take is in deadline_policy. */
public final class TaskKind {
  public static final String INITIAL_ASSESSMENT = "initial-assessment";
  public static final String FIRST_RESPONSE = "first-response";
  public static final String OWNERSHIP_NEEDED = "ownership-needed";

  /** A report about the child was added to the case: somebody looks at it. */
  public static final String JOINED_REPORT = "joined-report";

  /** A second person has to countersign an override of consent before it lapses. */
  public static final String OVERRIDE_COUNTERSIGN = "override-countersign";

  /** Consent to casework stands no more: it stands again, somebody overrides, or the case ends. */
  public static final String CASEWORK_CONSENT_ENDED = "casework-consent-ended";

  /** An action of the case plan; due when it was agreed. */
  public static final String PLAN_ACTION = "plan-action";

  /** An action a case conference decided on. */
  public static final String CONFERENCE_ACTION = "conference-action";

  /**
   * The next case conference: by policy where the risk asks for one, and one that was called, which
   * is due when it meets.
   */
  public static final String CASE_CONFERENCE = "case-conference";

  public static final String CASE_PLAN = "case-plan";
  public static final String PLAN_REVIEW = "plan-review";
  public static final String SAFETY_PLAN = "safety-plan";
  public static final String SAFETY_PLAN_REVIEW = "safety-plan-review";

  /** The next contact with the child. */
  public static final String FOLLOW_UP = "follow-up";

  /** The next contact after one that was missed or at which the child was not seen. */
  public static final String FOLLOW_UP_AGAIN = "follow-up-again";

  /** A contact showed more risk than the case carries. */
  public static final String REASSESSMENT = "reassessment";

  /** Somebody read a case in an emergency that was not theirs; was it right? */
  public static final String EMERGENCY_REVIEW = "emergency-review";

  /** Somebody asks for the case: the supervisor answers. */
  public static final String CASE_REQUEST = "case-request";

  /** The supervisor takes notice that a child is at high or medium risk. */
  public static final String SUPERVISOR_NOTICE = "supervisor-notice";

  /** Of life, safety, family, school and the child's own wishes; approved by the supervisor. */
  public static final String COMPREHENSIVE_ASSESSMENT = "comprehensive-assessment";

  /** Somebody looks after the child once more when the case has ended. */
  public static final String POST_CLOSURE_CHECK = "post-closure-check";

  /** The court decides in time. */
  public static final String COURT_DECISION = "court-decision";

  /** A date before a court or committee. */
  public static final String HEARING = "hearing";

  /** The last day of a period of protective care. */
  public static final String PROTECTIVE_CARE_ENDS = "protective-care-ends";

  /** The last day of another order. */
  public static final String ORDER_ENDS = "order-ends";

  /** A placement is looked at again. */
  public static final String PLACEMENT_REVIEW = "placement-review";

  /** Police and the alert authority are told that a child is missing. */
  public static final String ZARRA_NOTIFICATION = "zarra-notification";

  /** An answer in an assessment interrupts: the worker acts; a safety plan ends it. */
  public static final String ALARM_RESPONSE = "alarm-response";

  /** Supervisors and psychologists are told of it. */
  public static final String ALARM_NOTICE = "alarm-notice";

  /** An agency has not answered a referral in time: somebody asks it. */
  public static final String REFERRAL_UNANSWERED = "referral-unanswered";

  /** An agency has not carried a referral out in time. */
  public static final String REFERRAL_UNFINISHED = "referral-unfinished";

  /** No agency ever answered, and the referral ended: somebody finds another way for the child. */
  public static final String REFERRAL_LAPSED = "referral-lapsed";

  /**
   * The agency called it off itself, also after a yes: somebody finds another way for the child.
   */
  public static final String REFERRAL_WITHDRAWN = "referral-withdrawn";

  /** An agency gave its last word on a referral: the family hears of it, and the loop is closed. */
  public static final String REFERRAL_ANSWERED = "referral-answered";

  /** A referral did not bring what an action of the plan wanted: somebody decides what now. */
  public static final String REFERRAL_ACTION_OPEN = "referral-action-open";

  /** An agency sends the child back, or proposes another service: the unit answers. */
  public static final String REFERRAL_RETURNED = "referral-returned";

  /** Whom the owner chose at an agency has the referral no more: it waits in the queue there. */
  public static final String REFERRAL_HANDED_OVER = "referral-handed-over";

  /** An agency wrote on a referral. */
  public static final String REFERRAL_MESSAGE = "referral-message";

  /** A child or a caregiver told of harm at a service they were referred to. */
  public static final String FEEDBACK_CONCERN = "feedback-concern";

  /** Ended by the record of what was done, never by a mark on the task alone. */
  public static final Set<String> ENDED_BY_RECORD =
      Set.of(
          OVERRIDE_COUNTERSIGN,
          CASEWORK_CONSENT_ENDED,
          FOLLOW_UP,
          FOLLOW_UP_AGAIN,
          ALARM_RESPONSE,
          PLAN_REVIEW,
          CASE_CONFERENCE,
          CASE_PLAN,
          SAFETY_PLAN,
          SAFETY_PLAN_REVIEW,
          REASSESSMENT,
          EMERGENCY_REVIEW,
          CASE_REQUEST,
          COMPREHENSIVE_ASSESSMENT,
          COURT_DECISION,
          HEARING,
          PROTECTIVE_CARE_ENDS,
          ORDER_ENDS,
          PLACEMENT_REVIEW,
          REFERRAL_UNANSWERED,
          REFERRAL_UNFINISHED,
          REFERRAL_ANSWERED,
          REFERRAL_RETURNED,
          ZARRA_NOTIFICATION);

  /** An assessment that is due by policy; what it is for follows. */
  public static final String ASSESS = "assess-";

  /** Whether the record of what was done ends it, and no mark on the task alone. */
  static boolean isEndedByRecord(String kind) {
    return ENDED_BY_RECORD.contains(kind) || kind.startsWith(ASSESS);
  }

  private TaskKind() {}
}
