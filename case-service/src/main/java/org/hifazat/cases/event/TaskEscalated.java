package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A deadline came near or passed.
 *
 * @param level reminder (to the owner), supervisor or commission
 */
public record TaskEscalated(
    UUID taskId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    String kind,
    Instant dueAt,
    String level,
    Instant escalatedAt) {
  public static final String TYPE = "org.hifazat.cases.task-escalated.v1";
}
