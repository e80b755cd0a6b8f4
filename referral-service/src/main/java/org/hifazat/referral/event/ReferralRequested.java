package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral was sent.
 *
 * @param agencyId whom it was sent to
 * @param outsideDirectory true where that is no agency but somebody whom consent names
 */
public record ReferralRequested(
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID agencyId,
    String serviceCategory,
    String priority,
    Instant authoredAt,
    Instant respondBy,
    Instant completeBy,
    @Nullable UUID actionId,
    @Nullable Boolean outsideDirectory) {
  public static final String TYPE = "org.hifazat.referrals.referral-requested.v1";
}
