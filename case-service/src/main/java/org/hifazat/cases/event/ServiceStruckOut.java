package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A service was recorded by mistake and counts no more. */
public record ServiceStruckOut(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID serviceId,
    String kind,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.service-struck-out.v1";
}
