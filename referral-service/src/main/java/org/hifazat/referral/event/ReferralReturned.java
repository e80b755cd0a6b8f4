package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency sends a child back, or proposes another service. */
public record ReferralReturned(
    UUID returnId,
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID agencyId,
    String kind,
    @Nullable String serviceCategory,
    Instant at) {
  public static final String TYPE = "org.hifazat.referrals.referral-returned.v1";
}
