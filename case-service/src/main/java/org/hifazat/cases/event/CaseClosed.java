package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A case's episode ended. */
public record CaseClosed(
    UUID caseId,
    String districtCode,
    UUID unitId,
    int episode,
    String reason,
    Instant closedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.case-closed.v1";
}
