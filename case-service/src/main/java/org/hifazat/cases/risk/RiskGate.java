package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/**
 * No case is assessed without a level of risk and an assessment of the whole child as long as it is
 * one, and none ends while the risk is high.
 */
@ApplicationScoped
class RiskGate implements Gate {
  private final ToldAssessments told;

  RiskGate(ToldAssessments told) {
    this.told = told;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.ASSESS, Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    Optional<RiskLevel> level = file.riskLevel();
    return switch (step) {
      case ASSESS -> assessed(file);
      case CLOSE ->
          level.filter(RiskLevel.HIGH::equals).isPresent()
              ? List.of(Blocker.overridable("open-high-risk"))
              : List.of();
      case PLAN, IMPLEMENT, REVIEW, REPLAN, REOPEN -> List.of();
    };
  }

  private List<Blocker> assessed(CaseFile file) {
    List<Blocker> blockers = new ArrayList<>();
    if (file.riskLevel().isEmpty()) {
      blockers.add(Blocker.firm("risk-not-set"));
    }
    if (told.comprehensive(file).isEmpty() && !told.isOfAge(file)) {
      blockers.add(Blocker.firm("comprehensive-assessment-needed"));
    }
    return blockers;
  }
}
