package org.hifazat.cases.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A concern report was given to another body to deal with. */
public record ConcernReferredOn(
    UUID reportId,
    String districtCode,
    String urgency,
    String bodyKind,
    @Nullable UUID agencyId,
    LocalDate followUpOn,
    Instant triagedAt,
    long waitedMinutes,
    boolean inTime) {
  public static final String TYPE = "org.hifazat.cases.concern-referred-on.v1";
}
