package org.hifazat.referral.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;
import org.hifazat.referral.requests.ReferralTold;

/**
 * Writes a notice for each address of the agency in the transaction in which a referral was sent,
 * or its time runs out. What already waits to be sent to an address says the same: one is enough.
 */
@ApplicationScoped
class NoteThatItWaits {
  private final Session session;
  private final Clock clock;

  NoteThatItWaits(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void note(@Observes ReferralTold told) {
    if (told.invented()) {
      return;
    }
    switch (told.what()) {
      case REQUESTED, REMINDED, OVERDUE, HANDED_OVER -> {
        session.flush();
        session
            .createNativeQuery("select note_that_it_waits(:referral, :now)", Integer.class)
            .setParameter("referral", told.referralId())
            .setParameter("now", clock.instant())
            .getSingleResult();
      }
      case MOVED,
          LOOP_CLOSED,
          PACKET_CLOSED,
          MESSAGE_ADDED,
          FEEDBACK_WITHDRAWN,
          RETURN_ANSWERED,
          FEEDBACK_RELEASED -> {}
    }
  }
}
