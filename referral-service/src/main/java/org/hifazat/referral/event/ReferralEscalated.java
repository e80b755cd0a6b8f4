package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency's time is half gone, over, or over twice. Clock: respond or complete. Level: reminder
 * (at 50 per cent), supervisor (100), commission (200) or ended (nobody answered: it is cancelled).
 *
 * @param agencyId whom it was sent to
 * @param outsideDirectory true where that is no agency, so that nobody but the unit can remind them
 */
public record ReferralEscalated(
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID agencyId,
    String clock,
    String level,
    Instant dueAt,
    Instant at,
    @Nullable Boolean outsideDirectory) {
  public static final String TYPE = "org.hifazat.referrals.referral-escalated.v1";
}
