package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** The children of two cases were found to belong together. */
public record CasesLinked(
    UUID linkId,
    UUID caseId,
    UUID otherCaseId,
    String kind,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.cases-linked.v1";
}
