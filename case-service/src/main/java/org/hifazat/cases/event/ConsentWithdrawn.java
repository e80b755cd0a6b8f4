package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was consented to, or overridden, stands no more: whoever acts on it stops. */
public record ConsentWithdrawn(
    UUID caseId,
    UUID basisId,
    String purpose,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
    String reason,
    Instant endedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.consent-withdrawn.v1";
}
