package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** The children of two cases were found to belong together, and now not to do so. */
public record CasesUnlinked(
    UUID linkId,
    UUID caseId,
    UUID otherCaseId,
    String kind,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.cases-unlinked.v1";
}
