package org.hifazat.cases.consent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.cases.consent.Consent;
import org.jspecify.annotations.Nullable;

/** A consent as its readers get it. */
public record ConsentView(
    UUID id,
    String purpose,
    String decision,
    @Nullable UUID agencyId,
    String givenBy,
    String method,
    String language,
    Instant happenedAt,
    @Nullable LocalDate expiresOn,
    Instant recordedAt,
    @Nullable String withoutCaregiver,
    @Nullable String witness) {

  /** Without the witness, whom only the consent page names. */
  public static ConsentView of(Consent consent) {
    return of(consent, null);
  }

  static ConsentView of(Consent consent, @Nullable String witness) {
    return new ConsentView(
        consent.id(),
        consent.purpose(),
        consent.decision(),
        consent.agencyId(),
        consent.givenBy(),
        consent.method(),
        consent.language(),
        consent.happenedAt(),
        consent.expiresOn(),
        consent.recordedAt(),
        consent.withoutCaregiver(),
        witness);
  }
}
