package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The merge was wrong: the case is what and whose it was before. */
public record ChildUnmerged(
    UUID mergeId,
    UUID mergedCaseId,
    UUID survivingCaseId,
    String districtCode,
    UUID unitId,
    @Nullable UUID ownerId,
    Instant unmergedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.child-unmerged.v1";
}
