package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report that was referred on was not taken up and waits for triage again. */
public record ConcernReturned(
    UUID reportId,
    String districtCode,
    @Nullable UUID unitId,
    String urgency,
    Instant returnedAt,
    Instant dueAt) {
  public static final String TYPE = "org.hifazat.cases.concern-returned.v1";
}
