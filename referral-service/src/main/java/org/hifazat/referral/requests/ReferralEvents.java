package org.hifazat.referral.requests;

import java.time.Instant;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.referral.event.ReferralLoopClosed;
import org.hifazat.referral.event.ReferralMoved;
import org.hifazat.referral.event.ReferralRequested;

/** The only place that makes events of referrals. */
final class ReferralEvents {
  private ReferralEvents() {}

  static OutboxEvent requested(Referral referral) {
    return event(
        ReferralRequested.TYPE,
        referral,
        referral.authoredAt(),
        new ReferralRequested(
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.unitId(),
            referral.agencyId(),
            referral.category(),
            referral.priority(),
            referral.authoredAt(),
            referral.respondBy(),
            referral.completeBy()));
  }

  static OutboxEvent moved(Referral referral, ReferralStatus from, Instant at) {
    return event(
        ReferralMoved.TYPE,
        referral,
        at,
        new ReferralMoved(
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.agencyId(),
            from.label(),
            referral.status().label(),
            at,
            referral.outcomeCode().orElse(null)));
  }

  static OutboxEvent loopClosed(Referral referral, Instant at) {
    return event(
        ReferralLoopClosed.TYPE,
        referral,
        at,
        new ReferralLoopClosed(referral.id(), referral.caseId(), referral.districtCode(), at));
  }

  private static OutboxEvent event(String type, Referral referral, Instant at, Object payload) {
    return new OutboxEvent(
        type,
        "referral",
        referral.id().toString(),
        referral.version(),
        referral.caseId().toString(),
        at,
        payload);
  }
}
