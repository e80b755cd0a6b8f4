package org.hifazat.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A concern report was added to a case that is open already. */
public record ConcernJoined(
    UUID reportId,
    UUID caseId,
    String districtCode,
    String urgency,
    List<String> concerns,
    Instant triagedAt,
    long waitedMinutes,
    boolean inTime) {
  public static final String TYPE = "org.hifazat.cases.concern-joined.v1";
}
