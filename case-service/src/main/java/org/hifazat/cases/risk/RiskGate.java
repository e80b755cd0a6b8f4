package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/** No case is assessed without a level of risk, and none ends while the risk is high. */
@ApplicationScoped
class RiskGate implements Gate {
  @Override
  public Set<Step> guards() {
    return Set.of(Step.ASSESS, Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    Optional<RiskLevel> level = file.riskLevel();
    return switch (step) {
      case ASSESS -> level.isPresent() ? List.of() : List.of(Blocker.firm("risk-not-set"));
      case CLOSE ->
          level.filter(RiskLevel.HIGH::equals).isPresent()
              ? List.of(Blocker.overridable("open-high-risk"))
              : List.of();
      case PLAN, IMPLEMENT, REVIEW, REPLAN, REOPEN -> List.of();
    };
  }
}
