package org.hifazat.referral.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
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

/** What was said of a service: all of it for the sender, what was released for the agency. */
@ApplicationScoped
public class FeedbackQueries {
  static final String WORDS = "service_feedback.words";

  private final EntityManager entities;
  private final Session session;
  private final Reach reach;
  private final AgencyQueue queue;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final Clock clock;

  FeedbackQueries(
      EntityManager entities,
      Session session,
      Reach reach,
      AgencyQueue queue,
      FieldCipher cipher,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.session = session;
    this.reach = reach;
    this.queue = queue;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  public record Whole(Feedback feedback, @Nullable String words) {}

  public record Name(String en, String ur, String ps) {}

  /**
   * One step of the scale.
   *
   * @param picture code of the face that is shown for it
   */
  public record Step(int rating, String picture, Name name) {}

  /** From worst to best. */
  @Transactional
  public List<Step> scale() {
    return session
        .createNativeQuery(
            "select rating, picture, name_en, name_ur, name_ps from feedback_scale order by rating",
            Object[].class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Step(
                    ((Number) row[0]).intValue(),
                    (String) row[1],
                    new Name((String) row[2], (String) row[3], (String) row[4])))
        .toList();
  }

  /**
   * Newest first; there are never many. The read is audited.
   *
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public List<Whole> forSender(UUID referralId) {
    ReferralOperation operation = ReferralOperation.LIST_FEEDBACK;
    return read(operation, reach.asSender(operation, referralId), "");
  }

  /**
   * What was released and not taken back, as long as the packet is read; of the agency's people for
   * whoever has the referral. The read is audited.
   *
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public List<Whole> forAgency(UUID referralId) {
    ReferralOperation operation = ReferralOperation.PARTNER_READ_FEEDBACK;
    Referral referral = reach.asTarget(operation, referralId);
    return switch (queue.packetState(referral, clock.instant())) {
      case TIME_OVER, CONSENT_ENDED, TAKEN_BACK, UNCLAIMED, WITH_A_COLLEAGUE -> List.of();
      case READABLE, NOT_ACCEPTED ->
          read(operation, referral, " and releasedAt is not null and withdrawnAt is null");
    };
  }

  private List<Whole> read(ReferralOperation operation, Referral referral, String which) {
    try {
      cipher.preload(List.of(referral.caseId()));
      List<Whole> all =
          entities
              .createQuery(
                  "from Feedback where referralId = :referral"
                      + which
                      + " order by happenedAt desc, id desc",
                  Feedback.class)
              .setParameter("referral", referral.id())
              .getResultList()
              .stream()
              .map(this::opened)
              .toList();
      audit.read(operation.name(), "referral", referral.id());
      return all;
    } catch (ErasedSubjectException erased) {
      audit.refused(operation.name(), "referral", referral.id(), "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private Whole opened(Feedback feedback) {
    byte[] sealed = feedback.words();
    return new Whole(
        feedback,
        sealed == null ? null : cipher.decrypt(feedback.caseId(), WORDS, feedback.id(), sealed));
  }
}
