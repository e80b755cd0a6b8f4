package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.referral.requests.ReferralTold.What;

/** Tells of a referral, in the transaction that changes it: the other services, and its agency. */
@ApplicationScoped
class ReferralNews {
  private final Outbox outbox;
  private final Event<ReferralTold> agencies;

  ReferralNews(Outbox outbox, Event<ReferralTold> agencies) {
    this.outbox = outbox;
    this.agencies = agencies;
  }

  void requested(Referral referral) {
    outbox.append(ReferralEvents.requested(referral));
    agencies.fire(new ReferralTold(referral.id(), What.REQUESTED, referral.authoredAt()));
  }

  void moved(Referral referral, ReferralStatus from, Instant at) {
    outbox.append(ReferralEvents.moved(referral, from, at));
    agencies.fire(new ReferralTold(referral.id(), What.MOVED, at));
  }

  void loopClosed(Referral referral, Instant at) {
    outbox.append(ReferralEvents.loopClosed(referral, at));
    agencies.fire(new ReferralTold(referral.id(), What.LOOP_CLOSED, at));
  }
}
