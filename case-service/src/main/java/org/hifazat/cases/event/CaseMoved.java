package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A case took a step and stays open. */
public record CaseMoved(
    UUID caseId,
    String districtCode,
    UUID unitId,
    int episode,
    String from,
    String to,
    Instant movedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.case-moved.v1";
}
