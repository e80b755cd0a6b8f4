package org.hifazat.cases.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An override of consent in the child's best interests was written, countersigned, rejected, ended,
 * or lapsed.
 */
public record ConsentOverridden(
    UUID caseId,
    UUID overrideId,
    String purpose,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
    @Nullable String serviceType,
    String reasonCode,
    String state,
    boolean stands,
    @Nullable LocalDate standsUntil,
    @Nullable Instant confirmBy,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.consent-overridden.v1";
}
