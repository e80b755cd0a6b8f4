package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** Several agencies met on one child. */
public record CaseConferenceHeld(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID conferenceId,
    String reason,
    String outcome,
    int participants,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.case-conference-held.v1";
}
