package org.hifazat.identity.access;

import org.hifazat.platform.security.Operation;
import org.hifazat.platform.security.Sensitive;

/**
 * Everything anybody can ask of this service. Each constant has one rule in {@link IdentityRules}.
 * Whoever opens a way in for others has signed in just now.
 */
public enum IdentityOperation implements Operation {
  VIEW_ME,
  LIST_DISTRICTS,
  LIST_UNITS,
  LIST_STAFF,
  LIST_SUPERVISORS,
  VIEW_STAFF,
  @Sensitive
  ENROL_STAFF,
  @Sensitive
  ASSIGN_STAFF,
  DEACTIVATE_STAFF,
  @Sensitive
  REACTIVATE_STAFF,
  RENAME_STAFF,
  @Sensitive
  ISSUE_TEMPORARY_PASSWORD,
  LIST_CERTIFICATES,
  AWARD_CERTIFICATE,
  LIST_AGENCIES,
  VIEW_AGENCY,
  REGISTER_AGENCY,
  LIST_AGENCY_SYSTEMS,
  @Sensitive
  REGISTER_AGENCY_SYSTEM,
  @Sensitive
  REPLACE_AGENCY_SYSTEM_KEYS,
  @Sensitive
  LIMIT_AGENCY_SYSTEM,
  // people of an agency
  LIST_AGENCY_PEOPLE,
  LIST_LISTED_PEOPLE,
  @Sensitive
  ENROL_AGENCY_PERSON,
  DEACTIVATE_AGENCY_PERSON,
  SHOW_AGENCY_PERSON,
  @Sensitive
  REACTIVATE_AGENCY_PERSON,
  @Sensitive
  ISSUE_AGENCY_PASSWORD
}
