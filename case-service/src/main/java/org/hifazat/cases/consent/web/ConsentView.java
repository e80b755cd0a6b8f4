package org.hifazat.cases.consent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.cases.consent.CaseConsents;
import org.hifazat.cases.consent.Consent;
import org.jspecify.annotations.Nullable;

/**
 * A consent as its readers get it.
 *
 * @param person the name of whose word it is; only on the case's own page of consents
 * @param fromCase the number of the merged case it was given in, for which alone it counts; absent
 *     for the case's own
 */
public record ConsentView(
    UUID id,
    String purpose,
    String decision,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
    @Nullable UUID transferId,
    String givenBy,
    @Nullable UUID personId,
    @Nullable String person,
    @Nullable UUID orderId,
    String method,
    String language,
    Instant happenedAt,
    @Nullable LocalDate expiresOn,
    Instant recordedAt,
    @Nullable String withoutCaregiver,
    @Nullable String oralReason,
    @Nullable String witness,
    @Nullable String fromCase) {

  /** Without those whom only the consent page names. */
  public static ConsentView of(Consent consent) {
    return of(consent, null, null, null);
  }

  static ConsentView of(CaseConsents.Word word) {
    return of(word.consent(), word.witness(), word.person(), word.fromCase());
  }

  private static ConsentView of(
      Consent consent,
      @Nullable String witness,
      @Nullable String person,
      @Nullable String fromCase) {
    return new ConsentView(
        consent.id(),
        consent.purpose(),
        consent.decision(),
        consent.agencyId(),
        consent.recipientId(),
        consent.transferId(),
        consent.givenBy(),
        consent.personId(),
        person,
        consent.orderId(),
        consent.method(),
        consent.language(),
        consent.happenedAt(),
        consent.expiresOn(),
        consent.recordedAt(),
        consent.withoutCaregiver(),
        consent.oralReason(),
        witness,
        fromCase);
  }
}
