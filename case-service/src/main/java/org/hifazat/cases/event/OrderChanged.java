package org.hifazat.cases.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order about the child of a case holds longer, or no more; as it stands now. */
public record OrderChanged(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID orderId,
    String kind,
    String madeBy,
    LocalDate beginsOn,
    @Nullable LocalDate endsOn,
    @Nullable Instant endedAt,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.order-changed.v1";
}
