package org.hifazat.cases.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
    @Nullable String instrumentId,
    @Nullable String instrumentVersion,
    @Nullable String band,
    @Nullable BigDecimal score,
    @Nullable List<String> redFlags,
    @Nullable String respondent,
    @Nullable UUID addendumOf,
    Instant conductedAt) {

  /** The kinds of task it meets, when it says enough to count. */
  List<String> met() {
    if (purpose == null || Boolean.FALSE.equals(valid)) {
      return List.of();
    }
    return purpose.equals(ToldAssessments.COMPREHENSIVE)
        ? List.of(TaskKind.ASSESS + purpose, TaskKind.COMPREHENSIVE_ASSESSMENT)
        : List.of(TaskKind.ASSESS + purpose);
  }

  /** The assessment of risk, when it is one. */
  Optional<AssessmentCompleted> ofRisk() {
    return riskLevel == null
        ? Optional.empty()
        : Optional.of(new AssessmentCompleted(assessmentId, caseId, riskLevel, conductedAt));
  }
}
