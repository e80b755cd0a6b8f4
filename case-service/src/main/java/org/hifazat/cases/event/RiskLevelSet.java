package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case's risk level was set by an assessment. */
public record RiskLevelSet(
    UUID caseId,
    String districtCode,
    UUID unitId,
    String level,
    @Nullable String previousLevel,
    UUID assessmentId,
    Instant setAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.risk-level-set.v1";
}
