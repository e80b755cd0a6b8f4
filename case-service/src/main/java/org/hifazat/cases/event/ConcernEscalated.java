package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report waits longer than it may. */
public record ConcernEscalated(
    UUID reportId,
    String districtCode,
    @Nullable UUID unitId,
    String urgency,
    String matter,
    String level,
    Instant dueAt,
    Instant escalatedAt) {
  public static final String TYPE = "org.hifazat.cases.concern-escalated.v1";
}
