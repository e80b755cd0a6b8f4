package org.hifazat.assessment.access;

import org.hifazat.platform.security.Operation;
import org.hifazat.platform.security.Sensitive;

/**
 * Everything one can ask of this service. Each constant has one rule, in the {@link FeatureRules}
 * of its feature.
 */
public enum AssessmentOperation implements Operation {
  // instruments in use
  LIST_INSTRUMENTS,
  READ_INSTRUMENT_FORM,
  // catalogue
  LIST_CATALOGUE,
  VIEW_CATALOGUE_VERSION,
  DRAFT_INSTRUMENT,
  CHANGE_INSTRUMENT_DRAFT,
  CHECK_INSTRUMENT,
  PUBLISH_INSTRUMENT,
  RETIRE_INSTRUMENT,
  ACCEPT_INSTRUMENT_TERMS,
  LOAD_INSTRUMENT_WORDING,
  // devices of ODK Collect and KoboCollect
  LIST_DEVICES,
  ENROL_DEVICE,
  REVOKE_DEVICE,
  FETCH_COLLECT_FORMS,
  SUBMIT_COLLECTED,
  // conducting
  CONDUCT_ASSESSMENT,
  LIST_ASSESSMENTS,
  READ_ASSESSMENT,
  READ_ASSESSMENT_ANSWERS,
  AMEND_ASSESSMENT,
  LIST_PSYCHOLOGISTS,
  COUNTERSIGN_ASSESSMENT,
  LIST_COUNTERSIGNATURES,
  // drafts
  START_DRAFT,
  LIST_DRAFTS,
  READ_DRAFT,
  SAVE_DRAFT,
  COMPLETE_DRAFT,
  DISCARD_DRAFT,
  // due assessments
  LIST_DUE_ASSESSMENTS,
  LIST_DUE_POLICIES,
  @Sensitive
  SET_DUE_POLICY,
  @Sensitive
  END_DUE_POLICY,
  // risk and change over time
  VIEW_RISK_HISTORY,
  VIEW_ASSESSMENT_CHANGES,
  // responses
  LIST_RESPONSES,
  TAKE_RESPONSE
}
