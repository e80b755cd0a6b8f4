package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;

/**
 * What was meant for one person of the agency is for another, or waits in its queue.
 *
 * @param why left or handed-over
 */
public record ReferralHandedOver(
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID agencyId,
    String why,
    boolean toQueue,
    Instant at) {
  public static final String TYPE = "org.hifazat.referrals.referral-handed-over.v1";
}
