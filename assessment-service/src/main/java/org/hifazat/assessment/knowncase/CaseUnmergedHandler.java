package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Each of the two has its own assessments again. */
@ApplicationScoped
class CaseUnmergedHandler implements EventHandler<CaseMerged> {
  private final KnownCases cases;

  CaseUnmergedHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.child-unmerged.v1";
  }

  @Override
  public Class<CaseMerged> payload() {
    return CaseMerged.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseMerged> event) {
    cases.part(event.payload(), event.aggregateVersion());
  }
}
