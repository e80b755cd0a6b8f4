package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Warning;

/** An assessment says less than the case carries: a supervisor has to look. */
@ApplicationScoped
class LoweringWarning implements CaseWarnings {
  private final RiskHistory history;

  LoweringWarning(RiskHistory history) {
    this.history = history;
  }

  @Override
  public List<Warning> of(CaseFile file) {
    return history
        .suggestion(file)
        .map(said -> new Warning("risk-lowering-suggested", false, said.assessmentId()))
        .stream()
        .toList();
  }
}
