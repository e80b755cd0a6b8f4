package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A deadline has another owner. */
public record TaskReassigned(
    UUID taskId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    String kind,
    UUID ownerId,
    Instant reassignedAt) {
  public static final String TYPE = "org.hifazat.cases.task-reassigned.v1";
}
