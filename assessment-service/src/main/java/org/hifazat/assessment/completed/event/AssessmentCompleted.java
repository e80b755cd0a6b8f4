package org.hifazat.assessment.completed.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code org.hifazat.assessments.assessment-completed.v1}: codes and numbers only. */
public record AssessmentCompleted(
    UUID assessmentId,
    UUID caseId,
    String instrumentId,
    String instrumentVersion,
    String purpose,
    @Nullable String riskLevel,
    String band,
    boolean valid,
    @Nullable Integer score,
    List<String> redFlags,
    String respondent,
    @Nullable UUID addendumOf,
    Instant conductedAt,
    Instant recordedAt) {

  public AssessmentCompleted {
    redFlags = List.copyOf(redFlags);
  }
}
