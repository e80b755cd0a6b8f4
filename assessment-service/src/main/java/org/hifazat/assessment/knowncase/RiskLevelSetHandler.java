package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A case's risk was set: other assessments may be due. */
@ApplicationScoped
class RiskLevelSetHandler implements EventHandler<RiskLevelSet> {
  private final KnownCases cases;

  RiskLevelSetHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.risk-level-set.v1";
  }

  @Override
  public Class<RiskLevelSet> payload() {
    return RiskLevelSet.class;
  }

  @Override
  public void handle(ReceivedEvent<RiskLevelSet> event) {
    cases.setRisk(event.payload());
  }
}
