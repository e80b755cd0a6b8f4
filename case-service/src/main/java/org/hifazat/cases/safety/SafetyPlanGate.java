package org.hifazat.cases.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Warning;

/**
 * At high risk nobody leaves the assessment without a safety plan. One of an earlier episode was
 * made for other dangers and does not count.
 */
@ApplicationScoped
class SafetyPlanGate implements Gate, CaseWarnings {
  private final SafetyPlans plans;

  SafetyPlanGate(SafetyPlans plans) {
    this.plans = plans;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.PLAN);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return isMissing(file) ? List.of(Blocker.firm("safety-plan-needed")) : List.of();
  }

  @Override
  public List<Warning> of(CaseFile file) {
    return isMissing(file) ? List.of(new Warning("safety-plan-needed", true, null)) : List.of();
  }

  private boolean isMissing(CaseFile file) {
    return !file.isClosed()
        && file.riskLevel().filter(RiskLevel.HIGH::equals).isPresent()
        && !plans.cover(file);
  }
}
