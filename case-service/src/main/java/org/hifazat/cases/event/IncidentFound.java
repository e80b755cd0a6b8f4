package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** What is thought of an allegation has changed. */
public record IncidentFound(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID incidentId,
    String finding,
    String before,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.incident-found.v1";
}
