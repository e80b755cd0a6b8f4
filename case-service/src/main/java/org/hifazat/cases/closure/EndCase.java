package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hifazat.cases.approval.PendingApprovals;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Steps;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** Ends a case because of what was decided elsewhere: a transfer, an earlier register. */
@ApplicationScoped
public class EndCase {
  private final Session entities;
  private final ClosureReasons reasons;
  private final ClosureWords words;
  private final Gates gates;
  private final Steps steps;
  private final PendingApprovals pending;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  EndCase(
      Session entities,
      ClosureReasons reasons,
      ClosureWords words,
      Gates gates,
      Steps steps,
      PendingApprovals pending,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reasons = reasons;
    this.words = words;
    this.gates = gates;
    this.steps = steps;
    this.pending = pending;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A case that was closed in an earlier register already. No gate is asked and nobody is to look
   * after the child once more, since that day is long past.
   *
   * @param reason a code of closure-reason
   * @throws org.hifazat.platform.web.ProblemException case-closed, in-the-future, before-last-step
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keptElsewhere(CaseFile file, String reason, Instant at) {
    steps.refuseImpossible(file, Step.CLOSE, at);
    pending.withdrawAll(file);
    entities.persist(atOnce(file, reason, at));
    steps.take(file, Step.CLOSE, at, reason, false);
  }

  /**
   * The gates of any closing are asked: the child is no safer because somebody else goes on.
   *
   * @param why a supervisor's reason to pass over what may be passed over, which is kept
   * @throws org.hifazat.platform.web.ProblemException step-blocked, or as {@link #keptElsewhere}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void throughGates(CaseFile file, String reason, Instant at, @Nullable String why) {
    steps.refuseImpossible(file, Step.CLOSE, at);
    List<Blocker> blockers = gates.before(file, Step.CLOSE);
    Gates.refuse(
        blockers.stream().filter(blocker -> why == null || !blocker.overridable()).toList());
    // The rule of the day on which it is recorded: dating it back escapes no stricter one.
    ClosureRule rule = reasons.rule(reason, clock.instant());
    pending.withdrawAll(file);
    CaseClosure closure = atOnce(file, reason, at);
    closure.close(
        at,
        blockers.stream().map(Blocker::code).distinct().toList(),
        why == null ? null : words.override(file.childId(), closure.id(), why));
    entities.persist(closure);
    steps.take(file, Step.CLOSE, at, reason, rule.postClosureCheck());
  }

  private CaseClosure atOnce(CaseFile file, String reason, Instant at) {
    return CaseClosure.atOnce(
        ids.next(), file, reason, callers.current().staffId().orElseThrow(), at, clock.instant());
  }
}
