package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** The child of a case was placed somewhere, the placement was reviewed, or it ended. */
public record PlacementChanged(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID placementId,
    String kind,
    String change,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.placement-changed.v1";
}
