package org.hifazat.identity.access;

import org.hifazat.platform.security.Operation;

/**
 * Everything anybody can ask of this service. Each constant has one rule in {@link IdentityRules}.
 */
public enum IdentityOperation implements Operation {
  VIEW_ME,
  LIST_DISTRICTS,
  LIST_UNITS,
  LIST_STAFF,
  LIST_SUPERVISORS,
  VIEW_STAFF,
  ENROL_STAFF,
  ASSIGN_STAFF,
  DEACTIVATE_STAFF,
  REACTIVATE_STAFF,
  ISSUE_TEMPORARY_PASSWORD,
  LIST_CERTIFICATES,
  AWARD_CERTIFICATE,
  LIST_AGENCIES,
  VIEW_AGENCY,
  REGISTER_AGENCY,
  LIST_AGENCY_SYSTEMS,
  REGISTER_AGENCY_SYSTEM
}
