package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.plan.PlanInForce;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;

/**
 * A referral that was made to carry out an action of the case plan. Its loop closed with what was
 * asked, the action is done; with anything else the action stays open and the owner decides. What
 * people decided of the action themselves stands, before and after.
 */
@ApplicationScoped
class ReferredActions {
  private static final String PROVIDED = "provided";

  private final CaseFiles files;
  private final CaseHistory history;
  private final PlanInForce plan;
  private final KnownReferrals referrals;
  private final CaseClocks clocks;
  private final OpenTasks open;
  private final ReferralTasks tasks;
  private final ReferralStory story;

  ReferredActions(
      CaseFiles files,
      CaseHistory history,
      PlanInForce plan,
      KnownReferrals referrals,
      CaseClocks clocks,
      OpenTasks open,
      ReferralTasks tasks,
      ReferralStory story) {
    this.files = files;
    this.history = history;
    this.plan = plan;
    this.referrals = referrals;
    this.clocks = clocks;
    this.open = open;
    this.tasks = tasks;
    this.story = story;
  }

  /** Kept only where the plan in force has such an action: the referral service knows no plan. */
  @Transactional(Transactional.TxType.MANDATORY)
  void asked(UUID caseId, UUID referralId, UUID actionId) {
    if (file(caseId).filter(file -> plan.hasAction(file, actionId)).isPresent()) {
      referrals.forAction(referralId, actionId);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void loopClosed(UUID caseId, UUID referralId, Instant at) {
    Optional<KnownReferrals.OfAction> of = referrals.ofAction(referralId);
    Optional<CaseFile> file = file(caseId);
    if (of.isEmpty() || file.isEmpty()) {
      return;
    }
    KnownReferrals.OfAction referred = of.get();
    UUID going = file.get().id();
    if (!PROVIDED.equals(referred.outcome())) {
      if (clocks.runs(file.get(), TaskKind.PLAN_ACTION, referred.actionId())) {
        tasks.ofOwner(caseId, referralId, TaskKind.REFERRAL_ACTION_OPEN, at);
      }
      return;
    }
    Instant given = referred.movedAt() == null ? at : referred.movedAt();
    if (open.metIfBegun(going, TaskKind.PLAN_ACTION, referred.actionId(), at, given)) {
      referrals.carriedOut(referralId);
      story.tell(caseId, referralId, "referral-carried-out-action", given);
    }
  }

  private Optional<CaseFile> file(UUID caseId) {
    return files.withinReach(history.goingOn(caseId));
  }
}
