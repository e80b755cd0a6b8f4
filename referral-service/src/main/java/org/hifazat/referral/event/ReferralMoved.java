package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral went from one state to another. Outcome code: provided, partly-provided or
 * not-provided.
 *
 * @param agencyId whom it was sent to
 * @param outsideDirectory true where that is no agency but somebody whom consent names
 */
public record ReferralMoved(
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID agencyId,
    String from,
    String to,
    String by,
    Instant at,
    @Nullable String outcomeCode,
    @Nullable Boolean outsideDirectory) {
  public static final String TYPE = "org.hifazat.referrals.referral-moved.v1";
}
