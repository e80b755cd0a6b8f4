package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.referral.requests.ReferralTold.What;

/** Tells of a referral, in the transaction that changes it: the other services, and its agency. */
@ApplicationScoped
class ReferralNews {
  private final ReferralClocks clocks;
  private final Outbox outbox;
  private final Event<ReferralTold> agencies;

  ReferralNews(ReferralClocks clocks, Outbox outbox, Event<ReferralTold> agencies) {
    this.clocks = clocks;
    this.outbox = outbox;
    this.agencies = agencies;
  }

  void requested(Referral referral) {
    clocks.start(referral);
    publish(referral, ReferralEvents.requested(referral));
    agencies.fire(told(referral, What.REQUESTED, referral.authoredAt()));
  }

  void moved(Referral referral, ReferralStatus from, Side by, Instant at) {
    clocks.moved(referral);
    publish(referral, ReferralEvents.moved(referral, from, by, at));
    // The sender's side makes no other steps than those that end it.
    What what =
        switch (by) {
          case REQUESTER -> What.CALLED_OFF;
          case TARGET -> What.MOVED;
        };
    agencies.fire(told(referral, what, at));
  }

  void loopClosed(Referral referral, Instant at) {
    publish(referral, ReferralEvents.loopClosed(referral, at));
    agencies.fire(told(referral, What.LOOP_CLOSED, at));
  }

  /** The agency reads the packet no more, though the referral stays as it is. */
  /**
   * @param read whether the agency could read the packet until now
   */
  void packetClosed(Referral referral, boolean read, Instant at) {
    agencies.fire(told(referral, read ? What.PACKET_CLOSED : What.CLOSED_UNREAD, at));
  }

  /** The agency's system hears of what it was written, not of what it wrote. */
  void messageAdded(Referral referral, UUID messageId, Side by, Instant at) {
    publish(referral, ReferralEvents.messageAdded(referral, messageId, by, at));
    switch (by) {
      case REQUESTER -> agencies.fire(told(referral, What.MESSAGE_ADDED, at));
      case TARGET -> {}
    }
  }

  /** Whom the sender chose has it no more; in the queue it waits for somebody again. */
  void handedOver(Referral referral, Handover.Why why, Instant at) {
    publish(referral, ReferralEvents.handedOver(referral, why, at));
    agencies.fire(told(referral, What.HANDED_OVER, at));
  }

  /** What the unit did about what the agency sent back, or let it hear. */
  void agencyHears(Referral referral, What what, Instant at) {
    agencies.fire(told(referral, what, at));
  }

  /** Time passes: the agency is told as long as it can still do something about it. */
  void clock(Referral referral, ReferralClocks.Due due, Instant at) {
    publish(referral, ReferralEvents.escalated(referral, due, at));
    switch (due.level()) {
      case REMINDER -> agencies.fire(told(referral, What.REMINDED, at));
      case SUPERVISOR -> agencies.fire(told(referral, What.OVERDUE, at));
      // The agency is told of the end as of any other step.
      case COMMISSION, ENDED -> {}
    }
  }

  /** Of what is invented no other service hears. */
  private void publish(Referral referral, OutboxEvent event) {
    if (!Sandbox.holds(referral)) {
      outbox.append(event);
    }
  }

  private static ReferralTold told(Referral referral, What what, Instant at) {
    return new ReferralTold(referral.id(), what, at, Sandbox.holds(referral));
  }
}
