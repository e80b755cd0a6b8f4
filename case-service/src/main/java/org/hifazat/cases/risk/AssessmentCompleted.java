package org.hifazat.cases.risk;

import java.time.Instant;
import java.util.UUID;

/** A completed assessment of risk. */
record AssessmentCompleted(UUID assessmentId, UUID caseId, String riskLevel, Instant conductedAt) {}
