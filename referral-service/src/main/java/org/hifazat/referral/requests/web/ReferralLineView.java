package org.hifazat.referral.requests.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.referral.requests.Handling;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/**
 * What of a referral stands in a case's list.
 *
 * @param recipientId instead of service and agency: somebody whom a consent of the case names and
 *     no directory has
 * @param caseId another one where that case went into this one
 * @param partOf the referral it is part of
 * @param actionId the action of the case plan it is to carry out
 */
public record ReferralLineView(
    UUID id,
    UUID caseId,
    @Nullable UUID serviceId,
    @Nullable UUID agencyId,
    @Nullable UUID recipientId,
    String category,
    String status,
    String priority,
    Instant authoredAt,
    Instant respondBy,
    Instant completeBy,
    @Nullable UUID partOf,
    @Nullable UUID actionId,
    @Nullable Instant acknowledgedAt,
    @Nullable String outcomeCode,
    @Nullable Instant loopClosedAt) {

  static ReferralLineView of(Referral referral) {
    return new ReferralLineView(
        referral.id(),
        referral.caseId(),
        referral.serviceId().orElse(null),
        referral.agencyId().orElse(null),
        referral.recipient().outside().orElse(null),
        referral.category(),
        referral.status().label(),
        referral.priority(),
        referral.authoredAt(),
        referral.respondBy(),
        referral.completeBy(),
        referral.partOf().orElse(null),
        referral.actionId().orElse(null),
        referral.handling().flatMap(Handling::acknowledgedAt).orElse(null),
        referral.outcomeCode().orElse(null),
        referral.loopClosedAt().orElse(null));
  }
}
