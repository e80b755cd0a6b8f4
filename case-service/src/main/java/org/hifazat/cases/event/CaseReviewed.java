package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** The plan was looked back at. */
public record CaseReviewed(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID reviewId,
    String decision,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.case-reviewed.v1";
}
