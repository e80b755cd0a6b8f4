package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.approval.Approvable;
import org.hifazat.cases.approval.Fact;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseState;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor approves the plan before it is carried out. Submitting freezes it; what is sent back
 * is a draft again.
 */
@ApplicationScoped
class PlanApproval implements Approvable {
  private final CasePlans plans;
  private final ApprovePlan approving;

  PlanApproval(CasePlans plans, ApprovePlan approving) {
    this.plans = plans;
    this.approving = approving;
  }

  @Override
  public String kind() {
    return "case-plan";
  }

  @Override
  public Set<Step> neededFor() {
    return Set.of(Step.IMPLEMENT);
  }

  /** Whoever plans anew carries out the new plan; else the one in force counts. */
  @Override
  public Optional<UUID> current(CaseFile file) {
    Optional<CasePlan> next =
        file.step() == CaseState.PLANNED ? plans.open(file.id()) : Optional.empty();
    return next.or(() -> plans.inForce(file.id())).map(CasePlan::id);
  }

  @Override
  public Submission submit(CaseFile file) {
    CasePlan plan =
        plans
            .open(file.id())
            .orElseThrow(() -> new ProblemException(CaseProblem.APPROVAL_NOTHING_TO_APPROVE));
    PlanContent content = approving.submit(file, plan);
    return new Submission(plan.id(), plan.version(), facts(plan, content));
  }

  @Override
  public void decided(CaseFile file, Decision decision) {
    if (decision.approved()) {
      approving.approve(file, decision.subjectId(), decision.by(), decision.at());
    } else {
      approving.sendBack(decision.subjectId());
    }
  }

  @Override
  public void withdrawn(CaseFile file, UUID subjectId) {
    approving.sendBack(subjectId);
  }

  private static List<Fact> facts(CasePlan plan, PlanContent content) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.number("plan-edition", plan.edition()));
    for (PlanContent.Problem problem : content.problems()) {
      facts.add(Fact.text("plan-problem", problem.words()));
      for (PlanContent.Goal goal : problem.goals()) {
        facts.add(Fact.text("plan-goal", goal.words()));
        goal.actions().forEach(action -> add(facts, action));
      }
    }
    add(facts, "child", content.child());
    add(facts, "caregiver", content.caregiver());
    return facts;
  }

  private static void add(List<Fact> facts, AgreedAction action) {
    facts.add(Fact.text("plan-action", action.words()));
    facts.add(Fact.code("plan-actor", "actor", action.actor().kind()));
    facts.add(Fact.day("plan-due", action.dueOn()));
  }

  private static void add(List<Fact> facts, String who, PlanContent.@Nullable Agreement agreement) {
    if (agreement == null) {
      return;
    }
    facts.add(Fact.code("plan-" + who + "-says", "says", agreement.decision()));
    if (agreement.reason() != null) {
      facts.add(Fact.text("plan-" + who + "-reason", agreement.reason()));
    }
  }
}
