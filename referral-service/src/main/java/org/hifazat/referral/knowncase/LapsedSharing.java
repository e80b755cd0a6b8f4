package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Consents whose last day has passed, and overrides no second person has confirmed in time. The
 * case service tells so, too; an agency reads nothing longer than agreed while that service or the
 * way from it is down.
 */
@ApplicationScoped
public class LapsedSharing {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final Session session;
  private final KnownCases cases;
  private final Event<SharingEnded> ended;

  LapsedSharing(Session session, KnownCases cases, Event<SharingEnded> ended) {
    this.session = session;
    this.cases = cases;
    this.ended = ended;
  }

  /** Returns how many were looked at: as many as asked for when there may be more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int end(Instant now, int most) {
    LocalDate today = LocalDate.ofInstant(now, KARACHI);
    List<Object[]> over =
        session
            .createNativeQuery(
                """
                select case_id, agency_id, recipient_id from known_sharing
                 where stands and (stands_until < :today or confirm_by <= :now)
                 order by stands_until, case_id, agency_id, recipient_id limit :most""",
                Object[].class)
            .setParameter("today", today)
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultList();
    for (Object[] row : over) {
      UUID caseId = (UUID) row[0];
      Recipient with = Recipient.of((UUID) row[1], (UUID) row[2]).orElseThrow();
      if (cases.lapse(caseId, with, now)) {
        ended.fire(new SharingEnded(caseId, with, true, now, null));
      }
    }
    return over.size();
  }
}
