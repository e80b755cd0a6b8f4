package org.hifazat.assessment.completed.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payload of {@code org.hifazat.assessments.assessment-completed.v1}: codes and numbers only. */
public record AssessmentCompleted(
    UUID assessmentId,
    UUID caseId,
    String instrumentId,
    String instrumentVersion,
    String riskLevel,
    int score,
    List<String> redFlags,
    Instant conductedAt,
    Instant recordedAt) {

  public AssessmentCompleted {
    redFlags = List.copyOf(redFlags);
  }
}
