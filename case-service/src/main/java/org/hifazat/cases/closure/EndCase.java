package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.Session;
import org.hifazat.cases.approval.PendingApprovals;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Steps;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;

/** Ends a case because of what two people already decided elsewhere: a transfer, a merge. */
@ApplicationScoped
public class EndCase {
  private final Session entities;
  private final ClosureReasons reasons;
  private final Steps steps;
  private final PendingApprovals pending;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  EndCase(
      Session entities,
      ClosureReasons reasons,
      Steps steps,
      PendingApprovals pending,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reasons = reasons;
    this.steps = steps;
    this.pending = pending;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * No gate is asked; whoever calls has decided.
   *
   * @param reason a code of closure-reason, as in duplicate-merged
   * @throws org.hifazat.platform.web.ProblemException case-closed, in-the-future, before-last-step
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void because(CaseFile file, String reason, Instant at) {
    steps.refuseImpossible(file, Step.CLOSE, at);
    ClosureRule rule = reasons.rule(reason);
    pending.withdrawAll(file);
    entities.persist(
        CaseClosure.atOnce(
            ids.next(),
            file,
            reason,
            callers.current().staffId().orElseThrow(),
            at,
            clock.instant()));
    steps.take(file, Step.CLOSE, at, reason, rule.postClosureCheck());
  }
}
