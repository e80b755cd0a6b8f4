package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A case's risk was set: it has a history, and other assessments may be due. */
@ApplicationScoped
class RiskLevelSetHandler implements EventHandler<RiskLevelSet> {
  private final KnownCases cases;
  private final Event<RiskTold> told;

  RiskLevelSetHandler(KnownCases cases, Event<RiskTold> told) {
    this.cases = cases;
    this.told = told;
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
    RiskLevelSet set = event.payload();
    cases.setRisk(set);
    told.fire(
        new RiskTold(
            event.id(),
            set.caseId(),
            set.level(),
            set.previousLevel(),
            set.assessmentId(),
            set.setAt(),
            set.recordedAt()));
  }
}
