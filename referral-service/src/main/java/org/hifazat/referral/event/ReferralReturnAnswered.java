package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unit answered what an agency sent back or proposed. Answer: taken-up or declined.
 *
 * @param onwardReferralId the referral to the service that was proposed; of what is taken up only
 */
public record ReferralReturnAnswered(
    UUID returnId,
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID agencyId,
    String answer,
    @Nullable UUID onwardReferralId,
    Instant at) {
  public static final String TYPE = "org.hifazat.referrals.referral-return-answered.v1";
}
