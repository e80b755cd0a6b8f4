package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.AgreedActions;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.platform.web.ProblemException;

/** What a plan may not say, and what it has to say before it is submitted. */
@ApplicationScoped
class PlanChecks {
  private final AgreedActions actions;
  private final CaseDesk desk;

  PlanChecks(AgreedActions actions, CaseDesk desk) {
    this.actions = actions;
    this.desk = desk;
  }

  /**
   * A draft may lack much, but nothing in it may be wrong.
   *
   * @throws ProblemException plan-part-repeated, actor-unclear, staff-unknown, reason-needed,
   *     in-the-future or before-the-case
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void refuseWhatCannotBe(CaseFile file, PlanContent content) {
    if (content.repeatsAnId()) {
      throw new ProblemException(CaseProblem.PLAN_PART_REPEATED);
    }
    if (content.agreements().anyMatch(PlanContent.Agreement::lacksItsReason)) {
      throw new ProblemException(CaseProblem.REASON_NEEDED);
    }
    content.agreements().forEach(agreement -> desk.requirePossible(file, agreement.at()));
    actions.requireClearActors(file, content.actions().toList());
  }

  /**
   * @param settled actions that were agreed on before; their day may have passed
   * @throws ProblemException plan-incomplete, plan-not-agreed or action-due-in-the-past
   */
  void requireReady(PlanContent content, Set<UUID> settled, LocalDate today) {
    if (!content.isComplete()) {
      throw new ProblemException(CaseProblem.PLAN_INCOMPLETE);
    }
    if (content.child() == null || content.caregiver() == null) {
      throw new ProblemException(CaseProblem.PLAN_NOT_AGREED);
    }
    if (content
        .actions()
        .anyMatch(action -> action.dueOn().isBefore(today) && !settled.contains(action.id()))) {
      throw new ProblemException(CaseProblem.ACTION_DUE_IN_THE_PAST);
    }
  }
}
