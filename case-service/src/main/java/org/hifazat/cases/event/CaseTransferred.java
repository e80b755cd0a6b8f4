package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** Another unit accepted a case and is responsible for it from now on. */
public record CaseTransferred(
    UUID caseId,
    UUID transferId,
    UUID fromUnitId,
    String fromDistrictCode,
    UUID unitId,
    String districtCode,
    UUID ownerId,
    Instant transferredAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.case-transferred.v1";
}
