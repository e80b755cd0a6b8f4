package org.hifazat.cases.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody gave, refused or withdrew a consent.
 *
 * @param stands whether the matter is consented to after it, by all whose words are needed
 * @param standsUntil the last day it does; null when open-ended
 */
public record ConsentRecorded(
    UUID caseId,
    UUID consentId,
    String purpose,
    String decision,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
    @Nullable String serviceType,
    Instant happenedAt,
    @Nullable LocalDate expiresOn,
    String givenBy,
    boolean stands,
    @Nullable LocalDate standsUntil) {
  public static final String TYPE = "org.hifazat.cases.consent-recorded.v1";
}
