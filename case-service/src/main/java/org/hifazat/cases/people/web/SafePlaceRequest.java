package org.hifazat.cases.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.cases.people.PlaceFacts;
import org.hifazat.cases.people.RecordSafePlace;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a safe place from now on.
 *
 * @param happenedAt when it was learnt
 * @param kind code of the list safe-place
 * @param validTo the last day it was safe; absent while it is
 */
public record SafePlaceRequest(
    @NotNull Instant happenedAt,
    @NotBlank @Size(max = 40) String kind,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(min = 1, max = 1000) String directions,
    @Nullable @Size(min = 1, max = 500) String contact,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {

  RecordSafePlace.Command command(UUID caseId) {
    return new RecordSafePlace.Command(
        caseId, new PlaceFacts(kind, name, directions, contact, validFrom, validTo), happenedAt);
  }
}
