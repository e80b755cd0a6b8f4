package org.hifazat.cases.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** What casework reads of an assessment's event. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AssessmentCompleted(UUID assessmentId, UUID caseId, String riskLevel, Instant conductedAt) {}
