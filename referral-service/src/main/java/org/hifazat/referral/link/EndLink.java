package org.hifazat.referral.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;

/** A link ends before its time: the sender takes it back, or whoever opened it is done with it. */
@ApplicationScoped
public class EndLink {
  private final EntityManager entities;
  private final LinkQueries queries;
  private final Reach reach;
  private final AuditLog audit;
  private final Clock clock;

  EndLink(EntityManager entities, LinkQueries queries, Reach reach, AuditLog audit, Clock clock) {
    this.entities = entities;
    this.queries = queries;
    this.reach = reach;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws ProblemException not-found or link-ended
   */
  @Transactional
  public void revoke(UUID referralId, UUID linkId) {
    ReferralOperation operation = ReferralOperation.REVOKE_LINK;
    Referral referral = reach.asSender(operation, referralId);
    SecureLink link = entities.find(SecureLink.class, linkId, LockModeType.PESSIMISTIC_WRITE);
    if (link == null || !link.referralId().equals(referral.id())) {
      audit.refused(operation.name(), "secure-link", linkId, "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    Instant now = clock.instant();
    if (!link.isAlive(now)) {
      throw new ProblemException(ReferralProblem.LINK_ENDED);
    }
    link.end(SecureLink.State.REVOKED, now);
    entities.flush();
    audit.performed(operation.name(), "secure-link", linkId);
  }

  /** What was opened is closed, as on a computer that others use too. */
  @Transactional
  public void close() {
    SecureLink link = queries.mineToChange();
    link.end(SecureLink.State.OVER, clock.instant());
    entities.flush();
    audit.performed(ReferralOperation.LINK_CLOSE.name(), "secure-link", link.id());
  }
}
