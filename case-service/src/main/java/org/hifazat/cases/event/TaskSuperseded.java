package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A deadline no longer counts: another one took over, or what it was about is gone. */
public record TaskSuperseded(
    UUID taskId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    String kind,
    Instant dueAt,
    Instant supersededAt) {
  public static final String TYPE = "org.hifazat.cases.task-superseded.v1";
}
