package org.hifazat.cases.access;

import org.hifazat.platform.security.Internal;
import org.hifazat.platform.security.Operation;
import org.hifazat.platform.security.Sensitive;

/**
 * Everything anybody can ask of this service. Each constant has one rule, in the {@link
 * FeatureRules} of its feature.
 */
public enum CaseOperation implements Operation {
  // concern reports
  RECORD_CONCERN_REPORT,
  LIST_CONCERN_REPORTS,
  VIEW_CONCERN_REPORT,
  TRIAGE_CONCERN_REPORT,
  VIEW_PROTECTED_REPORTER,
  FOLLOW_UP_CONCERN_REPORT,
  VIEW_CASE_REPORTS,
  // search
  SEARCH_CHILDREN,
  // cases
  LIST_CASES,
  VIEW_CASE,
  // lifecycle and approvals
  VIEW_STANDING,
  TAKE_STEP,
  PROPOSE_CLOSURE,
  REOPEN_CASE,
  LOWER_RISK,
  VIEW_RISK,
  LIST_APPROVALS,
  VIEW_APPROVALS,
  REQUEST_APPROVAL,
  DECIDE_APPROVAL,
  // children and their people
  VIEW_CHILD,
  CHANGE_CHILD,
  VIEW_PEOPLE,
  CHANGE_PEOPLE,
  VIEW_CASE_LINKS,
  LINK_CASES,
  VIEW_NATIONALITY,
  RECORD_NATIONALITY,
  VIEW_TRACING,
  RECORD_TRACING,
  // duplicates
  LIST_DUPLICATES,
  VIEW_DUPLICATE,
  DECIDE_DUPLICATE,
  PROPOSE_MERGE,
  @Sensitive
  CONFIRM_MERGE,
  TURN_DOWN_MERGE,
  @Sensitive
  UNDO_MERGE,
  // case plan, services, follow-up, conference
  VIEW_CASEWORK,
  CHANGE_CASE_PLAN,
  RECORD_GOAL_PROGRESS,
  MAKE_SAFETY_PLAN,
  RECORD_SERVICE_GIVEN,
  PLAN_FOLLOW_UP,
  RECORD_FOLLOW_UP,
  RECORD_CASE_REVIEW,
  PLAN_CASE_CONFERENCE,
  RECORD_CASE_CONFERENCE,
  // consent
  RECORD_CONSENT,
  VIEW_CONSENTS,
  OVERRIDE_CONSENT,
  LIST_CONSENT_OVERRIDES,
  DECIDE_CONSENT_OVERRIDE,
  // tasks and deadlines
  LIST_OWN_TASKS,
  COMPLETE_TASK,
  REASSIGN_TASK,
  LIST_UNIT_TASKS,
  VIEW_MY_DAY,
  LIST_DEADLINE_POLICIES,
  SET_DEADLINE_POLICY,
  LIST_HOLIDAYS,
  SET_HOLIDAY,
  // assignment, transfer, sealed cases, emergency access
  // notes, documents, incidents, orders, placements
  VIEW_NOTES,
  WRITE_NOTE,
  @Internal
  WRITE_CLINICAL_NOTE,
  VIEW_DOCUMENTS,
  ADD_DOCUMENT,
  @Internal
  ADD_CLINICAL_DOCUMENT,
  VIEW_INCIDENTS,
  RECORD_INCIDENT,
  VIEW_LEGAL,
  RECORD_LEGAL,
  VIEW_PLACEMENTS,
  RECORD_PLACEMENT,
  VIEW_MISSING,
  RECORD_MISSING,
  // timeline, import, export
  VIEW_TIMELINE,
  @Sensitive
  EXPORT_CASE,
  @Sensitive
  EXPORT_LIST,
  @Sensitive
  IMPORT_CASES,
  VIEW_IMPORTS,
  // codes
  LIST_CODES
}
