package org.hifazat.assessment.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may conduct an assessment with an instrument. */
public enum Administration {
  @JsonProperty("any-caseworker")
  ANY_CASEWORKER,
  /** A psychologist, or a worker under a psychologist's supervision. */
  @JsonProperty("clinical")
  CLINICAL
}
