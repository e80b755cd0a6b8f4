package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A contact did not take place. */
public record FollowUpMissed(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID followUpId,
    String kind,
    String reason,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.follow-up-missed.v1";
}
