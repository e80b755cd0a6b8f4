package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** The unit itself did something for a child. */
public record ServiceGivenRecorded(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID serviceId,
    String kind,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.service-given.v1";
}
