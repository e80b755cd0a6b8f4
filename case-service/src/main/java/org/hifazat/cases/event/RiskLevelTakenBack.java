package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** The level a case had from a merge went with the merge: it waits to be assessed again. */
public record RiskLevelTakenBack(
    UUID caseId,
    String districtCode,
    UUID unitId,
    String previousLevel,
    Instant takenBackAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.risk-level-taken-back.v1";
}
