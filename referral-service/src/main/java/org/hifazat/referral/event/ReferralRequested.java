package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral was sent to an agency. */
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
    @Nullable UUID actionId) {
  public static final String TYPE = "org.hifazat.referrals.referral-requested.v1";
}
