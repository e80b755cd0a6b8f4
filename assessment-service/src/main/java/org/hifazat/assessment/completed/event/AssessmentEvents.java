package org.hifazat.assessment.completed.event;

import org.hifazat.assessment.completed.CompletedAssessment;
import org.hifazat.platform.messaging.OutboxEvent;

/** Makes every event this service publishes. */
public final class AssessmentEvents {

  private static final long ONLY_VERSION = 1;

  private AssessmentEvents() {}

  public static OutboxEvent completed(CompletedAssessment assessment) {
    return new OutboxEvent(
        "org.hifazat.assessments.assessment-completed.v1",
        "assessment",
        assessment.id().toString(),
        ONLY_VERSION,
        assessment.caseId().toString(),
        assessment.conductedAt(),
        new AssessmentCompleted(
            assessment.id(),
            assessment.caseId(),
            assessment.instrumentId(),
            assessment.instrumentVersion(),
            assessment.purpose(),
            assessment.riskLevel(),
            assessment.band(),
            assessment.valid(),
            assessment.valid() ? assessment.score() : null,
            assessment.redFlags(),
            assessment.respondent(),
            assessment.amends(),
            assessment.conductedAt(),
            assessment.recordedAt()));
  }
}
