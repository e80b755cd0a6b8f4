package org.hifazat.cases.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.casefile.CaseEvents;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseState;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Takes a step once it is known to be allowed: state, record, event and clocks together. Commands
 * decide who may and whether the gates are open; this decides whether the step exists from here and
 * whether its time can be.
 */
@ApplicationScoped
public class Steps {
  private final Session entities;
  private final StepDeadlines deadlines;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  Steps(
      Session entities,
      StepDeadlines deadlines,
      Timeline timeline,
      Outbox outbox,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.deadlines = deadlines;
    this.timeline = timeline;
    this.outbox = outbox;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws ProblemException case-closed, case-not-closed, step-not-from-here, in-the-future or
   *     before-last-step
   */
  public void refuseImpossible(CaseFile file, Step step, Instant happenedAt) {
    if (!step.startsFrom(file.step())) {
      throw new ProblemException(notFromHere(file, step));
    }
    if (happenedAt.isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (happenedAt.isBefore(file.stateSince())) {
      throw new ProblemException(CaseProblem.BEFORE_LAST_STEP);
    }
  }

  private static CaseProblem notFromHere(CaseFile file, Step step) {
    if (file.isClosed()) {
      return CaseProblem.CASE_CLOSED;
    }
    return step == Step.REOPEN ? CaseProblem.CASE_NOT_CLOSED : CaseProblem.STEP_NOT_FROM_HERE;
  }

  /**
   * @param reason code of the closure or reopening; null for the other steps
   * @param postClosureCheck whether somebody looks after the child once more; for closing only
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(
      CaseFile file,
      Step step,
      Instant happenedAt,
      @Nullable String reason,
      boolean postClosureCheck) {
    CaseState from = file.step();
    switch (step) {
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN -> file.moveTo(step.to(), happenedAt);
      case CLOSE -> file.close(happenedAt);
      case REOPEN -> file.reopen(happenedAt);
    }
    Instant now = clock.instant();
    UUID by = callers.current().staffId().orElseThrow();
    entities.persist(CaseStep.taken(ids.next(), file, step, from, now, by));
    entities.flush();
    outbox.append(
        switch (step) {
          case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN -> CaseEvents.moved(file, from, now);
          case CLOSE -> CaseEvents.closed(file, reasonOf(reason), now);
          case REOPEN -> CaseEvents.reopened(file, reasonOf(reason), now);
        });
    deadlines.after(file, step, postClosureCheck);
    tell(file, step, from, happenedAt, reason);
  }

  private void tell(
      CaseFile file, Step step, CaseState from, Instant happenedAt, @Nullable String reason) {
    switch (step) {
      case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN ->
          timeline.happened(file.id(), "case-moved", happenedAt, null, from.label(), file.state());
      case CLOSE -> timeline.happened(file.id(), "case-closed", happenedAt, null, reasonOf(reason));
      case REOPEN ->
          timeline.happened(file.id(), "case-reopened", happenedAt, null, reasonOf(reason));
    }
  }

  private static String reasonOf(@Nullable String reason) {
    if (reason == null) {
      throw new IllegalArgumentException("closing and reopening have a reason");
    }
    return reason;
  }

  /** All steps of a case, in the order they happened. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Taken> ofCase(UUID caseId) {
    return entities
        .createQuery(
            "from CaseStep where caseId = :case order by happenedAt, recordedAt", CaseStep.class)
        .setParameter("case", caseId)
        .getResultList()
        .stream()
        .map(
            step ->
                new Taken(
                    step.episode(),
                    step.step(),
                    step.fromState(),
                    step.toState(),
                    step.happenedAt(),
                    step.recordedAt(),
                    step.recordedBy()))
        .toList();
  }

  /** One step that was taken. */
  public record Taken(
      int episode,
      String step,
      String from,
      String to,
      Instant happenedAt,
      Instant recordedAt,
      UUID recordedBy) {}
}
