package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;

/** The sender has read the outcome and closed the loop. */
public record ReferralLoopClosed(UUID referralId, UUID caseId, String districtCode, Instant at) {
  public static final String TYPE = "org.hifazat.referrals.referral-loop-closed.v1";
}
