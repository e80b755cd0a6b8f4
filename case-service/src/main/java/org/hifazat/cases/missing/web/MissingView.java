package org.hifazat.cases.missing.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.missing.MissingTimes;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the child was missing; still missing while it has no foundAt.
 *
 * @param learnedAt when the unit came to know
 * @param toldAt when police and the alert authority were told
 * @param toldNumber under which they keep it
 * @param etag for If-Match
 */
public record MissingView(
    UUID id,
    Instant missingSince,
    Instant learnedAt,
    String circumstances,
    @Nullable String lastSeen,
    @Nullable String wearing,
    @Nullable Instant toldAt,
    @Nullable String toldNumber,
    @Nullable Instant foundAt,
    @Nullable String foundHow,
    @Nullable String foundNote,
    UUID recordedBy,
    Instant recordedAt,
    String etag) {

  static MissingView of(MissingTimes.Whole whole) {
    var missing = whole.missing();
    return new MissingView(
        missing.id(),
        missing.missingSince(),
        missing.learnedAt(),
        whole.words().circumstances(),
        whole.words().lastSeen(),
        whole.words().wearing(),
        missing.toldAt().orElse(null),
        whole.told(),
        missing.foundAt().orElse(null),
        missing.foundHow().orElse(null),
        whole.found(),
        missing.recordedBy(),
        missing.recordedAt(),
        ETags.of(missing.version()));
  }
}
