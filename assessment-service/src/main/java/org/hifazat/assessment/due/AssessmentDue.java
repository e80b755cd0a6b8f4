package org.hifazat.assessment.due;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code org.hifazat.assessments.assessment-due.v1}.
 *
 * @param step where the policy asks for it; null: anywhere
 * @param riskLevel at which risk it does; null: at any
 */
record AssessmentDue(
    UUID dueId,
    UUID caseId,
    String purpose,
    @Nullable String step,
    @Nullable String riskLevel,
    Instant startedAt,
    Instant dueAt) {

  static final String TYPE = "org.hifazat.assessments.assessment-due.v1";
}
