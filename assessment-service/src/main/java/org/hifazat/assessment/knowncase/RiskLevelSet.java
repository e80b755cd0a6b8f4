package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code org.hifazat.cases.risk-level-set.v1}. */
record RiskLevelSet(
    UUID caseId,
    String level,
    @Nullable String previousLevel,
    UUID assessmentId,
    Instant setAt,
    Instant recordedAt) {}
