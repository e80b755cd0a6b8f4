package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;

/**
 * Nobody at the agency ever answered: the referral is cancelled and its packet read no more, so
 * that a child's particulars do not lie open where nobody cares for them.
 */
@ApplicationScoped
class EndUnanswered {
  static final String CODE = "unanswered";

  private final EntityManager entities;
  private final ReferralNews news;
  private final AuditLog audit;
  private final IdSource ids;

  EndUnanswered(EntityManager entities, ReferralNews news, AuditLog audit, IdSource ids) {
    this.entities = entities;
    this.news = news;
    this.audit = audit;
    this.ids = ids;
  }

  /** False when it was answered after all. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean end(Referral referral, Instant now) {
    ReferralStatus from = referral.status();
    if (from != ReferralStatus.REQUESTED || !referral.callOff(CODE, now, now)) {
      return false;
    }
    referral.readableUntil(now);
    entities.flush();
    entities.persist(
        ReferralStep.of(
            referral, new ReferralStep.Made(ids.next(), from, Side.REQUESTER, CODE, now, now)));
    news.moved(referral, from, Side.REQUESTER, now);
    audit.performed("END_UNANSWERED", "referral", referral.id(), CODE);
    return true;
  }
}
