package org.hifazat.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case was opened. */
public record CaseOpened(
    UUID caseId,
    String caseNumber,
    UUID unitId,
    String districtCode,
    @Nullable UUID ownerId,
    String sex,
    String ageBand,
    List<String> concerns,
    Instant openedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.case-opened.v1";
}
