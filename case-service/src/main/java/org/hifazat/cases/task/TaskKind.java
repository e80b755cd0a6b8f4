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

  /** An action of the case plan; due when it was agreed. */
  public static final String PLAN_ACTION = "plan-action";

  /** An action a case conference decided on. */
  public static final String CONFERENCE_ACTION = "conference-action";

  /** A case conference that was called; due when it meets. */
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

  /** Ended by the record of what was done, never by a mark on the task alone. */
  public static final Set<String> ENDED_BY_RECORD =
      Set.of(
          OVERRIDE_COUNTERSIGN,
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
          ZARRA_NOTIFICATION);

  /** An assessment that is due by policy; what it is for follows. */
  public static final String ASSESS = "assess-";

  /** Whether the record of what was done ends it, and no mark on the task alone. */
  static boolean isEndedByRecord(String kind) {
    return ENDED_BY_RECORD.contains(kind) || kind.startsWith(ASSESS);
  }

  private TaskKind() {}
}
