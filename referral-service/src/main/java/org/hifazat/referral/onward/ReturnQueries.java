package org.hifazat.referral.onward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.requests.AgencyQueue;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/** What came back of a referral or is to go onward, for either side. */
@ApplicationScoped
public class ReturnQueries {
  static final String WORDS = "referral_return.words";
  static final String ANSWER = "referral_return.answer_words";

  private final EntityManager entities;
  private final Reach reach;
  private final AgencyQueue queue;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final Clock clock;

  ReturnQueries(
      EntityManager entities,
      Reach reach,
      AgencyQueue queue,
      FieldCipher cipher,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.queue = queue;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /** With its words in clear; without any where nothing may be shared any more. */
  public record Whole(ReferralReturn made, @Nullable String words, @Nullable String answerWords) {}

  /**
   * Newest first; the read is audited.
   *
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public List<Whole> forSender(UUID referralId) {
    ReferralOperation operation = ReferralOperation.LIST_RETURNS;
    return read(operation, reach.asSender(operation, referralId), false);
  }

  /**
   * Newest first; the read is audited.
   *
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public List<Whole> forAgency(UUID referralId) {
    ReferralOperation operation = ReferralOperation.PARTNER_LIST_RETURNS;
    Referral referral = reach.asTarget(operation, referralId);
    return read(
        operation,
        referral,
        switch (queue.packetState(referral, clock.instant())) {
          case TIME_OVER, CONSENT_ENDED, TAKEN_BACK, UNCLAIMED, WITH_A_COLLEAGUE -> true;
          case READABLE, NOT_ACCEPTED -> false;
        });
  }

  /**
   * One that the caller's agency made; empty when there is no such. The read is audited.
   *
   * @throws ProblemException not-found when its referral is out of reach or erased
   */
  @Transactional
  public Optional<Whole> ofAgency(UUID returnId) {
    ReferralReturn made = entities.find(ReferralReturn.class, returnId);
    return made == null
        ? Optional.empty()
        : forAgency(made.referralId()).stream()
            .filter(one -> one.made().id().equals(returnId))
            .findFirst();
  }

  private List<Whole> read(ReferralOperation operation, Referral referral, boolean silent) {
    try {
      cipher.preload(List.of(referral.caseId()));
      List<Whole> all =
          entities
              .createQuery(
                  "from ReferralReturn where referralId = :referral"
                      + " order by recordedAt desc, id desc",
                  ReferralReturn.class)
              .setParameter("referral", referral.id())
              .getResultList()
              .stream()
              .map(made -> silent ? new Whole(made, null, null) : opened(made))
              .toList();
      audit.read(operation.name(), "referral", referral.id());
      return all;
    } catch (ErasedSubjectException erased) {
      audit.refused(operation.name(), "referral", referral.id(), "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private Whole opened(ReferralReturn made) {
    byte[] answer = made.answerWords();
    return new Whole(
        made,
        cipher.decrypt(made.caseId(), WORDS, made.id(), made.words()),
        answer == null ? null : cipher.decrypt(made.caseId(), ANSWER, made.id(), answer));
  }
}
