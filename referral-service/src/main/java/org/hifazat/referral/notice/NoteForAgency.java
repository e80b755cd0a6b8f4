package org.hifazat.referral.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.referral.requests.ReferralTold;

/**
 * Writes a notice for each address of the agency in the transaction in which a referral was sent,
 * its time runs out, or it was called off and somebody may go on with it in vain. Of the agency's
 * own steps none is written. What already waits to be sent to an address stands: whoever signs in
 * for the one sees the other.
 */
@ApplicationScoped
class NoteForAgency {
  private final Session session;
  private final Clock clock;

  NoteForAgency(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void note(@Observes ReferralTold told) {
    if (told.invented()) {
      return;
    }
    switch (told.what()) {
      case REQUESTED, REMINDED, OVERDUE, HANDED_OVER -> write(told.referralId(), NoticeText.WAITS);
      case CALLED_OFF, PACKET_CLOSED -> write(told.referralId(), NoticeText.CHANGED);
      case MOVED,
          CLOSED_UNREAD,
          LOOP_CLOSED,
          MESSAGE_ADDED,
          FEEDBACK_WITHDRAWN,
          RETURN_ANSWERED,
          FEEDBACK_RELEASED -> {}
    }
  }

  private void write(UUID referralId, NoticeText says) {
    session.flush();
    session
        .createNativeQuery("select note_for_agency(:referral, :says, :now)", Integer.class)
        .setParameter("referral", referralId)
        .setParameter("says", says.label())
        .setParameter("now", clock.instant())
        .getSingleResult();
  }
}
