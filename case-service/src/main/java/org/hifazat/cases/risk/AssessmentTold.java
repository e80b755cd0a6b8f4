package org.hifazat.cases.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.task.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * What casework reads of an assessment's event.
 *
 * @param purpose absent in events from before there were others than risk
 * @param riskLevel absent when the instrument is for something else
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AssessmentTold(
    UUID assessmentId,
    UUID caseId,
    @Nullable String purpose,
    @Nullable String riskLevel,
    @Nullable Boolean valid,
    Instant conductedAt) {

  /** The kind of task it meets, when it was due by policy and says enough to count. */
  Optional<String> met() {
    return purpose == null || Boolean.FALSE.equals(valid)
        ? Optional.empty()
        : Optional.of(TaskKind.ASSESS + purpose);
  }

  /** The assessment of risk, when it is one. */
  Optional<AssessmentCompleted> ofRisk() {
    return riskLevel == null
        ? Optional.empty()
        : Optional.of(new AssessmentCompleted(assessmentId, caseId, riskLevel, conductedAt));
  }
}
