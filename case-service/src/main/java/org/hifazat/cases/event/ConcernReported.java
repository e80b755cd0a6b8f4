package org.hifazat.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A concern report was recorded. */
public record ConcernReported(
    UUID reportId,
    String channel,
    String districtCode,
    @Nullable UUID unitId,
    String urgency,
    List<String> concerns,
    Instant receivedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.concern-reported.v1";
}
