package org.hifazat.cases.access;

import org.hifazat.platform.security.Operation;

/** Everything anybody can ask of this service. Each constant has one rule in {@link CaseRules}. */
public enum CaseOperation implements Operation {
  RECORD_CONCERN_REPORT,
  LIST_CONCERN_REPORTS,
  VIEW_CONCERN_REPORT,
  TRIAGE_CONCERN_REPORT,
  SEARCH_CHILDREN,
  LIST_CASES,
  VIEW_CASE,
  RECORD_CONSENT,
  LIST_OWN_TASKS,
  COMPLETE_TASK,
  LIST_CODES
}
