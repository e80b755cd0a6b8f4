package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A child's age was put right: which instruments may be used goes by it. */
@ApplicationScoped
class ChildCorrectedHandler implements EventHandler<ChildCorrected> {
  private final KnownCases cases;

  ChildCorrectedHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.child-particulars-changed.v1";
  }

  @Override
  public Class<ChildCorrected> payload() {
    return ChildCorrected.class;
  }

  @Override
  public void handle(ReceivedEvent<ChildCorrected> event) {
    ChildCorrected child = event.payload();
    cases.correctAge(child.caseId(), child.ageBand(), child.happenedAt());
  }
}
