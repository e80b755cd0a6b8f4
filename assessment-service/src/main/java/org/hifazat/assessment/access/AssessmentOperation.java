package org.hifazat.assessment.access;

import org.hifazat.platform.security.Operation;

/** Everything one can ask of this service. */
public enum AssessmentOperation implements Operation {
  LIST_INSTRUMENTS,
  READ_INSTRUMENT_FORM,
  CONDUCT_ASSESSMENT,
  LIST_ASSESSMENTS,
  READ_ASSESSMENT,
  READ_ASSESSMENT_ANSWERS
}
