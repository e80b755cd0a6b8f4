package org.hifazat.cases.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What casework reads of an assessment's event.
 *
 * @param riskLevel absent when the instrument is for something else
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AssessmentTold(
    UUID assessmentId, UUID caseId, @Nullable String riskLevel, Instant conductedAt) {

  /** The assessment of risk, when it is one. */
  Optional<AssessmentCompleted> ofRisk() {
    return riskLevel == null
        ? Optional.empty()
        : Optional.of(new AssessmentCompleted(assessmentId, caseId, riskLevel, conductedAt));
  }
}
