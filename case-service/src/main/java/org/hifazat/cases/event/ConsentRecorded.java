package org.hifazat.cases.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody gave, refused or withdrew a consent. */
public record ConsentRecorded(
    UUID caseId,
    UUID consentId,
    String purpose,
    String decision,
    @Nullable UUID agencyId,
    Instant happenedAt,
    @Nullable LocalDate expiresOn) {
  public static final String TYPE = "org.hifazat.cases.consent-recorded.v1";
}
