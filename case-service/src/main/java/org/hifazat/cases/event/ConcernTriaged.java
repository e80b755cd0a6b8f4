package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A concern report was triaged. Decision: open-case or no-concern. */
public record ConcernTriaged(
    UUID reportId,
    String decision,
    @Nullable UUID caseId,
    Instant triagedAt,
    String districtCode,
    String urgency,
    long waitedMinutes,
    boolean inTime) {
  public static final String TYPE = "org.hifazat.cases.concern-triaged.v1";
}
