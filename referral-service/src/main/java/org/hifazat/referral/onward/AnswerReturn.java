package org.hifazat.referral.onward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.event.ReferralReturnAnswered;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralDesk;
import org.hifazat.referral.requests.ReferralTold;
import org.jspecify.annotations.Nullable;

/**
 * The sender's side: takes it up or declines. What goes onward is taken up by a referral of its
 * own, part of this one, which needs the consent every referral needs.
 */
@ApplicationScoped
public class AnswerReturn {
  private static final ReferralOperation OPERATION = ReferralOperation.ANSWER_RETURN;
  private static final String TAKEN_UP = "taken-up";

  private final EntityManager entities;
  private final Reach reach;
  private final ReferralDesk desk;
  private final FieldCipher cipher;
  private final CallerContext callers;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  AnswerReturn(
      EntityManager entities,
      Reach reach,
      ReferralDesk desk,
      FieldCipher cipher,
      CallerContext callers,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.desk = desk;
    this.cipher = cipher;
    this.callers = callers;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param expectedVersion from If-Match
   * @param answer taken-up or declined
   * @param referralId the referral onward; needed to take up what goes onward
   * @param words needed to decline
   */
  public record Command(
      UUID referralId,
      UUID returnId,
      long expectedVersion,
      String answer,
      @Nullable UUID onwardReferralId,
      @Nullable String words) {}

  /**
   * @throws ProblemException not-found, stale, return-answered, onward-referral-unknown or
   *     reason-needed
   */
  @Transactional
  public void handle(Command command) {
    Referral referral = reach.asSender(OPERATION, command.referralId());
    ReferralReturn made = entities.find(ReferralReturn.class, command.returnId());
    if (made == null || !made.referralId().equals(referral.id())) {
      audit.refused(OPERATION.name(), "referral-return", command.returnId(), "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    Preconditions.check(command.expectedVersion(), made.version());
    if (made.answer().isPresent()) {
      throw new ProblemException(ReferralProblem.RETURN_ANSWERED);
    }
    UUID onward = onward(command, made);
    String words = command.words();
    if (!command.answer().equals(TAKEN_UP) && words == null) {
      throw new ProblemException(
          ReferralProblem.REASON_NEEDED, new Violation("/words", "reason-needed"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    made.answer(
        command.answer(),
        words == null
            ? null
            : cipher.encrypt(made.caseId(), ReturnQueries.ANSWER, made.id(), words),
        onward,
        callers
            .current()
            .staffId()
            .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN)),
        now);
    entities.flush();
    outbox.append(event(made, referral, command.answer(), now));
    desk.agencyHears(referral, ReferralTold.What.RETURN_ANSWERED, now);
    audit.performed(OPERATION.name(), "referral-return", made.id(), command.answer());
  }

  private static OutboxEvent event(
      ReferralReturn made, Referral referral, String answer, Instant at) {
    return new OutboxEvent(
        ReferralReturnAnswered.TYPE,
        "referral-return",
        made.id().toString(),
        made.version(),
        referral.caseId().toString(),
        at,
        new ReferralReturnAnswered(
            made.id(),
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.unitId(),
            referral.recipient().id(),
            answer,
            made.onwardReferralId().orElse(null),
            at));
  }

  private @Nullable UUID onward(Command command, ReferralReturn made) {
    boolean needed = command.answer().equals(TAKEN_UP) && made.kind().equals(ReturnReferral.ONWARD);
    UUID onward = command.onwardReferralId();
    if (!needed && onward == null) {
      return null;
    }
    if (!needed
        || onward == null
        || entities
            .createQuery(
                "select r.id from Referral r where r.id = :id and r.partOf = :whole"
                    + " and r.serviceId = :service and r.status <> 'entered-in-error'",
                UUID.class)
            .setParameter("id", onward)
            .setParameter("whole", made.referralId())
            .setParameter("service", made.serviceId().orElseThrow())
            .getResultList()
            .isEmpty()) {
      throw new ProblemException(
          ReferralProblem.ONWARD_REFERRAL_UNKNOWN,
          new Violation("/referralId", "onward-referral-unknown"));
    }
    return onward;
  }
}
