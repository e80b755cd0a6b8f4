package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code org.hifazat.cases.risk-level-set.v1}. */
record RiskLevelSet(UUID caseId, String level, Instant setAt) {}
