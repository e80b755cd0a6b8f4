package org.hifazat.referral.requests;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.referral.event.ReferralEscalated;
import org.hifazat.referral.event.ReferralHandedOver;
import org.hifazat.referral.event.ReferralLoopClosed;
import org.hifazat.referral.event.ReferralMessageAdded;
import org.hifazat.referral.event.ReferralMoved;
import org.hifazat.referral.event.ReferralRequested;
import org.jspecify.annotations.Nullable;

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
            referral.recipient().id(),
            referral.category(),
            referral.priority(),
            referral.authoredAt(),
            referral.respondBy(),
            referral.completeBy(),
            referral.actionId().orElse(null),
            outsideDirectory(referral)));
  }

  static OutboxEvent moved(Referral referral, ReferralStatus from, Side by, Instant at) {
    return event(
        ReferralMoved.TYPE,
        referral,
        at,
        new ReferralMoved(
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.recipient().id(),
            from.label(),
            referral.status().label(),
            by.label(),
            at,
            referral.outcomeCode().orElse(null),
            outsideDirectory(referral)));
  }

  static OutboxEvent loopClosed(Referral referral, Instant at) {
    return event(
        ReferralLoopClosed.TYPE,
        referral,
        at,
        new ReferralLoopClosed(referral.id(), referral.caseId(), referral.districtCode(), at));
  }

  static OutboxEvent escalated(Referral referral, ReferralClocks.Due due, Instant at) {
    return event(
        ReferralEscalated.TYPE,
        referral,
        at,
        new ReferralEscalated(
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.unitId(),
            referral.recipient().id(),
            due.clock(),
            due.level().label(),
            due.dueAt(),
            at,
            outsideDirectory(referral)));
  }

  static OutboxEvent messageAdded(Referral referral, UUID messageId, Side by, Instant at) {
    return event(
        ReferralMessageAdded.TYPE,
        referral,
        at,
        new ReferralMessageAdded(
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.unitId(),
            referral.recipient().id(),
            messageId,
            by.label(),
            at));
  }

  static OutboxEvent handedOver(Referral referral, Handover.Why why, Instant at) {
    return event(
        ReferralHandedOver.TYPE,
        referral,
        at,
        new ReferralHandedOver(
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.unitId(),
            referral.recipient().id(),
            why.label(),
            referral.addressee().isEmpty(),
            at));
  }

  private static @Nullable Boolean outsideDirectory(Referral referral) {
    return referral.isOutside() ? true : null;
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
