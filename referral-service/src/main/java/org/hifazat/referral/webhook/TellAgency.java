package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.referral.requests.ReferralTold;

/**
 * Writes a message for each endpoint of the agency, in the transaction of the change: a message
 * exists if and only if the change does. Endpoints that are paused or gone have theirs waiting.
 */
@ApplicationScoped
class TellAgency {
  private final Session session;
  private final Lanes lanes;
  private final IdSource ids;
  private final Clock clock;

  TellAgency(Session session, Lanes lanes, IdSource ids, Clock clock) {
    this.session = session;
    this.lanes = lanes;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void write(@Observes ReferralTold told) {
    session.flush();
    session
        .createNativeQuery(
            "select tell_webhooks(:message, :referral, :type, :at, :now)", Integer.class)
        .setParameter("message", ids.next())
        .setParameter("referral", told.referralId())
        .setParameter("type", MessageWriter.type(told.what()))
        .setParameter("at", told.at())
        .setParameter("now", clock.instant())
        .getSingleResult();
  }

  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReferralTold told) {
    lanes.wake();
  }
}
