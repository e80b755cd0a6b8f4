package org.hifazat.referral.requests.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/**
 * What of a referral stands in a case's list.
 *
 * @param caseId another one where that case went into this one
 */
public record ReferralLineView(
    UUID id,
    UUID caseId,
    UUID serviceId,
    UUID agencyId,
    String category,
    String status,
    String priority,
    Instant authoredAt,
    Instant respondBy,
    Instant completeBy,
    @Nullable String outcomeCode,
    @Nullable Instant loopClosedAt) {

  static ReferralLineView of(Referral referral) {
    return new ReferralLineView(
        referral.id(),
        referral.caseId(),
        referral.serviceId(),
        referral.agencyId(),
        referral.category(),
        referral.status().label(),
        referral.priority(),
        referral.authoredAt(),
        referral.respondBy(),
        referral.completeBy(),
        referral.outcomeCode().orElse(null),
        referral.loopClosedAt().orElse(null));
  }
}
