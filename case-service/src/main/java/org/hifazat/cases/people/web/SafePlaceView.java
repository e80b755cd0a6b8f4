package org.hifazat.cases.people.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.cases.people.KnownPlace;
import org.hifazat.cases.people.PlaceFacts;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A safe place.
 *
 * @param current whether it is safe today
 * @param etag what guards a change of this place
 */
public record SafePlaceView(
    UUID id,
    String kind,
    String name,
    @Nullable String directions,
    @Nullable String contact,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean current,
    Instant recordedAt,
    String etag) {

  static SafePlaceView of(KnownPlace place, LocalDate today) {
    PlaceFacts facts = place.facts();
    LocalDate to = facts.validTo();
    return new SafePlaceView(
        place.id(),
        facts.kind(),
        facts.name(),
        facts.directions(),
        facts.contact(),
        facts.validFrom(),
        to,
        to == null || !to.isBefore(today),
        place.recordedAt(),
        ETags.of(place.version()));
  }
}
