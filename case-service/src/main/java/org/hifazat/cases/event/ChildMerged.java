package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two records were one child: the merged case ended as a duplicate and is the survivor's now. */
public record ChildMerged(
    UUID mergeId,
    UUID mergedCaseId,
    UUID survivingCaseId,
    String districtCode,
    UUID unitId,
    @Nullable UUID ownerId,
    Instant mergedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.child-merged.v1";
}
