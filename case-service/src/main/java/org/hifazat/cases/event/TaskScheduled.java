package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A deadline began to run. */
public record TaskScheduled(
    UUID taskId, UUID caseId, String districtCode, UUID unitId, String kind, Instant dueAt) {
  public static final String TYPE = "org.hifazat.cases.task-scheduled.v1";
}
