package org.hifazat.cases.placement.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.placement.Placements;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * Where a child lives, or lived, who cannot live at home.
 *
 * @param reviewBy when it is to be looked at again; absent once it has ended
 * @param etag for If-Match
 */
public record PlacementView(
    UUID id,
    @Nullable UUID orderId,
    String kind,
    String place,
    @Nullable String carer,
    @Nullable String note,
    Instant beganAt,
    @Nullable Instant reviewBy,
    List<ReviewView> reviews,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    @Nullable String endNote,
    UUID recordedBy,
    Instant recordedAt,
    String etag) {

  public record ReviewView(
      UUID id,
      String decision,
      Instant happenedAt,
      String findings,
      @Nullable String childSays,
      UUID recordedBy) {}

  static PlacementView of(Placements.Whole whole) {
    var placement = whole.placement();
    return new PlacementView(
        placement.id(),
        placement.orderId().orElse(null),
        placement.kind(),
        whole.words().place(),
        whole.words().carer(),
        whole.words().note(),
        placement.beganAt(),
        placement.reviewBy().orElse(null),
        whole.reviews().stream()
            .map(
                one ->
                    new ReviewView(
                        one.id(),
                        one.decision(),
                        one.happenedAt(),
                        one.words().findings(),
                        one.words().childSays(),
                        one.recordedBy()))
            .toList(),
        placement.endedAt().orElse(null),
        placement.endReason().orElse(null),
        whole.endNote(),
        placement.recordedBy(),
        placement.recordedAt(),
        ETags.of(placement.version()));
  }
}
