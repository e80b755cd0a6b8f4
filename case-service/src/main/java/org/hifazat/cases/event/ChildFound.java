package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** A missing child of a case was found. */
public record ChildFound(
    UUID caseId,
    String districtCode,
    UUID unitId,
    String how,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.child-found.v1";
}
