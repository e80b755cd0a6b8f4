package org.hifazat.referral.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.LinkHolder;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/** Links as the sender's side sees them, and the one its holder works with. */
@ApplicationScoped
public class LinkQueries {
  static final String RECIPIENT = "secure_link.recipient";
  static final String MESSAGE = "secure_link.message";

  private final EntityManager entities;
  private final Reach reach;
  private final LinkHolder holder;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final Clock clock;

  LinkQueries(
      EntityManager entities,
      Reach reach,
      LinkHolder holder,
      FieldCipher cipher,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.holder = holder;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /** A link with its words in clear. */
  public record Whole(
      SecureLink link,
      SecureLink.State state,
      @Nullable String recipient,
      @Nullable String message) {}

  /**
   * Newest first; there are never many. The read is audited.
   *
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public List<Whole> ofReferral(UUID referralId) {
    ReferralOperation operation = ReferralOperation.LIST_LINKS;
    Referral referral = reach.asSender(operation, referralId);
    try {
      cipher.preload(List.of(referral.caseId()));
      List<Whole> all =
          entities
              .createQuery(
                  "from SecureLink where referralId = :referral order by madeAt desc, id desc",
                  SecureLink.class)
              .setParameter("referral", referralId)
              .getResultList()
              .stream()
              .map(this::opened)
              .toList();
      audit.read(operation.name(), "referral", referralId);
      return all;
    } catch (ErasedSubjectException erased) {
      audit.refused(operation.name(), "referral", referralId, "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  /** The link the caller opened. */
  @Transactional
  public SecureLink mine() {
    return holder
        .linkId()
        .map(id -> entities.find(SecureLink.class, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  /**
   * The same to change it: locked, as it is now.
   *
   * @throws ProblemException link-not-open when it has ended since the caller was let in
   */
  @Transactional(Transactional.TxType.MANDATORY)
  SecureLink mineToChange() {
    return holder
        .linkId()
        .map(id -> entities.find(SecureLink.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(link -> link.endedAt().isEmpty())
        .orElseThrow(() -> new ProblemException(ReferralProblem.LINK_NOT_OPEN));
  }

  private Whole opened(SecureLink link) {
    return new Whole(
        link,
        link.state(clock.instant()),
        open(link, RECIPIENT, link.recipient()),
        open(link, MESSAGE, link.message()));
  }

  private @Nullable String open(SecureLink link, String field, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(link.caseId(), field, link.id(), sealed);
  }
}
