package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody else is responsible for a case from now on. */
public record CaseAssigned(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID ownerId,
    @Nullable UUID previousOwnerId,
    Instant assignedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.case-assigned.v1";
}
