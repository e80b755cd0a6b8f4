package org.hifazat.cases.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.task.TaskKind;

/** A case whose risk turns out to be high needs a safety plan at once, unless it has one. */
@ApplicationScoped
class AskForSafetyPlan {
  private final SafetyPlans plans;
  private final CaseClocks clocks;

  AskForSafetyPlan(SafetyPlans plans, CaseClocks clocks) {
    this.plans = plans;
    this.clocks = clocks;
  }

  void when(@Observes RiskSet risk) {
    clocks.drop(risk.file(), TaskKind.SAFETY_PLAN);
    if (risk.level() == RiskLevel.HIGH && !plans.cover(risk.file())) {
      clocks.start(risk.file(), TaskKind.SAFETY_PLAN, risk.at());
    }
  }
}
