package org.hifazat.referral.directory.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** The agency says once whether there is room. */
@ApplicationScoped
public class AnswerCapacity {
  private final CapacityQuestions questions;
  private final Session session;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Clock clock;

  AnswerCapacity(
      CapacityQuestions questions,
      Session session,
      CallerContext callers,
      AuditLog audit,
      Clock clock) {
    this.questions = questions;
    this.session = session;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param answer has-capacity, no-capacity or to-assess
   */
  public record Command(
      UUID id, long expectedVersion, String answer, @Nullable LocalDate availableFrom) {}

  /**
   * @throws ProblemException not-found, stale or question-answered
   */
  @Transactional
  public void handle(Command command) {
    CapacityQuestion question = questions.toAnswer(command.id());
    Preconditions.check(command.expectedVersion(), question.version());
    if (question.answer() != null) {
      throw new ProblemException(ReferralProblem.QUESTION_ANSWERED);
    }
    session
        .createNativeMutationQuery(
            """
            update capacity_question set answer = :answer, available_from = :from,
                   answered_at = :now, answered_by = :who, version = version + 1 where id = :id""")
        .setParameter("answer", command.answer())
        .setParameter("from", command.availableFrom(), LocalDate.class)
        .setParameter("now", clock.instant())
        .setParameter("who", callers.current().subject())
        .setParameter("id", command.id())
        .executeUpdate();
    audit.performed(
        ReferralOperation.PARTNER_ANSWER_CAPACITY.name(),
        "capacity-question",
        command.id(),
        command.answer());
  }
}
