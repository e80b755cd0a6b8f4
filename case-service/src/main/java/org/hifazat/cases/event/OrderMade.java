package org.hifazat.cases.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A court or committee made an order about the child of a case. */
public record OrderMade(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID orderId,
    String kind,
    String madeBy,
    LocalDate beginsOn,
    @Nullable LocalDate endsOn,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.order-made.v1";
}
