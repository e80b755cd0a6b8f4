package org.hifazat.assessment.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who answers an instrument's questions. */
public enum Respondent {
  @JsonProperty("child")
  CHILD,
  @JsonProperty("caregiver")
  CAREGIVER,
  @JsonProperty("worker")
  WORKER
}
