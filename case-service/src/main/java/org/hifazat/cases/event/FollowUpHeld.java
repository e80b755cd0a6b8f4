package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** There was contact with a child or family. */
public record FollowUpHeld(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID followUpId,
    String kind,
    boolean childSeen,
    boolean seenAlone,
    String riskChange,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.follow-up-held.v1";
}
