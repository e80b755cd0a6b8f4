package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;

/** Somebody wrote on a referral; what, is read here. By: requester or target. */
public record ReferralMessageAdded(
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID agencyId,
    UUID messageId,
    String by,
    Instant at) {
  public static final String TYPE = "org.hifazat.referrals.referral-message-added.v1";
}
