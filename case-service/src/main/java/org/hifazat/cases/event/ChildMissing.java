package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** The child of a case is missing. */
public record ChildMissing(
    UUID caseId,
    String districtCode,
    UUID unitId,
    Instant missingSince,
    Instant learnedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.child-missing.v1";
}
