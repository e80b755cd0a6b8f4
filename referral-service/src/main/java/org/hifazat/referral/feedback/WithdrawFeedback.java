package org.hifazat.referral.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.event.ServiceFeedbackWithdrawn;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralDesk;
import org.hifazat.referral.requests.ReferralTold;

/**
 * Takes back feedback that was released and should not have been, most of all what is found to tell
 * of harm at the agency: from that moment nobody there reads it, and it is never released again.
 */
@ApplicationScoped
public class WithdrawFeedback {
  private static final ReferralOperation OPERATION = ReferralOperation.WITHDRAW_FEEDBACK;
  private static final String SUBJECT = "service-feedback";

  private final EntityManager entities;
  private final Reach reach;
  private final CallerContext callers;
  private final Outbox outbox;
  private final ReferralDesk desk;
  private final AuditLog audit;
  private final Clock clock;

  WithdrawFeedback(
      EntityManager entities,
      Reach reach,
      CallerContext callers,
      Outbox outbox,
      ReferralDesk desk,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.callers = callers;
    this.outbox = outbox;
    this.desk = desk;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param harm it says that somebody was harmed or badly treated there
   * @throws ProblemException not-found or feedback-not-released
   */
  @Transactional
  public void handle(UUID referralId, UUID feedbackId, boolean harm) {
    Referral referral = reach.asSender(OPERATION, referralId);
    UUID staff =
        callers
            .current()
            .staffId()
            .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    Feedback feedback = entities.find(Feedback.class, feedbackId, LockModeType.PESSIMISTIC_WRITE);
    if (feedback == null || !feedback.referralId().equals(referral.id())) {
      audit.refused(OPERATION.name(), SUBJECT, feedbackId, "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!feedback.withdraw(harm, staff, now)) {
      throw new ProblemException(ReferralProblem.FEEDBACK_NOT_RELEASED);
    }
    entities.flush();
    outbox.append(event(feedback, referral, now));
    desk.agencyHears(referral, ReferralTold.What.FEEDBACK_WITHDRAWN, now);
    audit.performed(OPERATION.name(), SUBJECT, feedbackId, harm ? "harm" : "other");
  }

  /** Not why: whoever reads events need not know of whom somebody was told that they harm. */
  private static OutboxEvent event(Feedback feedback, Referral referral, Instant at) {
    return new OutboxEvent(
        ServiceFeedbackWithdrawn.TYPE,
        SUBJECT,
        feedback.id().toString(),
        2,
        referral.caseId().toString(),
        at,
        new ServiceFeedbackWithdrawn(
            feedback.id(),
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.recipient().id(),
            at));
  }
}
