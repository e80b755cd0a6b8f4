package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A deadline was met, or met late. */
public record TaskCompleted(
    UUID taskId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    String kind,
    Instant dueAt,
    Instant completedAt) {
  public static final String TYPE = "org.hifazat.cases.task-completed.v1";
}
