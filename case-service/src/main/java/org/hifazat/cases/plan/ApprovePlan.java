package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.event.CasePlanApproved;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.ProblemException;

/** Freezes a plan for the supervisor, and puts it in force or hands it back. */
@ApplicationScoped
class ApprovePlan {
  private final Session entities;
  private final CasePlans plans;
  private final PlanChecks checks;
  private final PlanWords words;
  private final PlanActions actions;
  private final CaseClocks clocks;
  private final Event<PlanEntersForce> entering;
  private final TakenResponses taken;
  private final Deeds deeds;
  private final Clock clock;

  ApprovePlan(
      Session entities,
      CasePlans plans,
      PlanChecks checks,
      PlanWords words,
      PlanActions actions,
      CaseClocks clocks,
      Event<PlanEntersForce> entering,
      TakenResponses taken,
      Deeds deeds,
      Clock clock) {
    this.entities = entities;
    this.plans = plans;
    this.checks = checks;
    this.words = words;
    this.actions = actions;
    this.clocks = clocks;
    this.entering = entering;
    this.taken = taken;
    this.deeds = deeds;
    this.clock = clock;
  }

  /**
   * @throws ProblemException plan-frozen when nothing is being written, or what {@link
   *     PlanChecks#requireReady} refuses
   */
  @Transactional(Transactional.TxType.MANDATORY)
  PlanContent submit(CaseFile file, CasePlan plan) {
    PlanContent content = words.open(file.childId(), plan);
    Instant now = clock.instant();
    Set<UUID> settled =
        plans
            .inForce(file.id())
            .map(before -> words.open(file.childId(), before).actions())
            .stream()
            .flatMap(before -> before.map(AgreedAction::id))
            .collect(Collectors.toSet());
    checks.refuseWhatCannotBe(file, content);
    checks.requireReady(content, settled, KarachiTime.day(now));
    if (!plan.submit(now)) {
      throw new ProblemException(CaseProblem.PLAN_FROZEN);
    }
    entities.flush();
    return content;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void sendBack(UUID planId) {
    CasePlan plan = plans.one(planId);
    plan.sendBack();
    entities.flush();
    taken.placeWaiting(plan.caseId());
  }

  /**
   * @throws ProblemException plan-frozen when it was not waiting for approval
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void approve(CaseFile file, UUID planId, UUID by, Instant at) {
    CasePlan plan = plans.one(planId);
    plans.inForce(file.id()).ifPresent(CasePlan::replace);
    // One plan in force at a time: the former leaves before the next enters.
    entities.flush();
    if (!plan.approve(by, at)) {
      throw new ProblemException(CaseProblem.PLAN_FROZEN);
    }
    entities.flush();
    PlanContent content = words.open(file.childId(), plan);
    actions.become(file, content, at);
    clocks.met(file, TaskKind.CASE_PLAN, at);
    entering.fire(new PlanEntersForce(file, at));
    taken.placeWaiting(file.id());
    tell(file, plan, content, at);
  }

  private void tell(CaseFile file, CasePlan plan, PlanContent content, Instant at) {
    deeds.done(
        new Deed(
            file,
            CaseOperation.CHANGE_CASE_PLAN,
            "case-plan-approved",
            at,
            "case-plan",
            plan.id(),
            plan.version(),
            List.of("edition-" + plan.edition())),
        CasePlanApproved.TYPE,
        new CasePlanApproved(
            file.id(),
            file.districtCode(),
            file.unitId(),
            plan.id(),
            plan.edition(),
            content.child() == null ? "not-asked" : content.child().decision(),
            content.caregiver() == null ? "not-asked" : content.caregiver().decision(),
            (int) content.goals().count(),
            (int) content.actions().count(),
            at));
  }
}
