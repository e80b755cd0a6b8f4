package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A concern report went to the queue of another district. */
public record ConcernRouted(
    UUID reportId,
    String fromDistrictCode,
    @Nullable UUID fromUnitId,
    String districtCode,
    @Nullable UUID unitId,
    boolean back,
    Instant receivedAt,
    Instant routedAt) {
  public static final String TYPE = "org.hifazat.cases.concern-routed.v1";
}
