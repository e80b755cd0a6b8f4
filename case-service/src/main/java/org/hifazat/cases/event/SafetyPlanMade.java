package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to do when danger comes was agreed on. */
public record SafetyPlanMade(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID safetyPlanId,
    int edition,
    @Nullable String riskLevel,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.safety-plan-made.v1";
}
