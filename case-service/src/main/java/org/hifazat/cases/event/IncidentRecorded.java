package org.hifazat.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something is said to have been done to the child of a case. */
public record IncidentRecorded(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID incidentId,
    List<String> concerns,
    String placeKind,
    String finding,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.incident-recorded.v1";
}
