package org.hifazat.cases.consent.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.consent.ConsentOverride;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * An override as its readers get it.
 *
 * @param text why; only on the case's own page
 * @param state awaiting, confirmed, rejected, lapsed or ended
 */
public record OverrideView(
    UUID id,
    UUID caseId,
    String purpose,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
    String reasonCode,
    @Nullable String text,
    boolean childTold,
    Instant happenedAt,
    Instant dueAt,
    UUID recordedBy,
    Instant recordedAt,
    String state,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String comment,
    String etag) {

  static OverrideView of(
      ConsentOverride override, @Nullable String text, @Nullable String comment) {
    return new OverrideView(
        override.id(),
        override.caseId(),
        override.purpose(),
        override.agencyId(),
        override.recipientId(),
        override.reasonCode(),
        text,
        override.childTold(),
        override.happenedAt(),
        override.dueAt(),
        override.recordedBy(),
        override.recordedAt(),
        override.state(),
        override.decidedBy().orElse(null),
        override.decidedAt().orElse(null),
        comment,
        ETags.of(override.version()));
  }
}
