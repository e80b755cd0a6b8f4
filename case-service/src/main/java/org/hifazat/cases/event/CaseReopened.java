package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A closed case began its next episode, without a level of risk until it is assessed. */
public record CaseReopened(
    UUID caseId,
    String districtCode,
    UUID unitId,
    @Nullable UUID ownerId,
    int episode,
    String reason,
    Instant reopenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.case-reopened.v1";
}
