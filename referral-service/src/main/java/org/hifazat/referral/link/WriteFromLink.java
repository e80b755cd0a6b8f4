package org.hifazat.referral.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.requests.PacketState;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralDesk;

/** One message to the sender, by whoever opened a link. */
@ApplicationScoped
public class WriteFromLink {
  private static final ReferralOperation OPERATION = ReferralOperation.LINK_WRITE;

  private final EntityManager entities;
  private final LinkQueries queries;
  private final Reach reach;
  private final ReferralDesk desk;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final Clock clock;

  WriteFromLink(
      EntityManager entities,
      LinkQueries queries,
      Reach reach,
      ReferralDesk desk,
      FieldCipher cipher,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.queries = queries;
    this.reach = reach;
    this.desk = desk;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws ProblemException link-not-open, message-sent, or step-not-allowed when nothing may be
   *     shared any more
   */
  @Transactional
  public void handle(String text) {
    SecureLink link = queries.mineToChange();
    Referral referral = reach.asTarget(OPERATION, link.referralId());
    Instant now = clock.instant();
    if (referral.packetState(now) == PacketState.CONSENT_ENDED
        || referral.packetState(now) == PacketState.TAKEN_BACK) {
      throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
    }
    if (link.messageAt().isPresent()) {
      throw new ProblemException(ReferralProblem.MESSAGE_SENT);
    }
    link.write(cipher.encrypt(link.caseId(), LinkQueries.MESSAGE, link.id(), text), now);
    entities.flush();
    desk.messageAdded(referral, link.id(), now);
    audit.performed(OPERATION.name(), "referral", referral.id());
  }
}
