package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A case took a step: other assessments may be due. */
@ApplicationScoped
class CaseMovedHandler implements EventHandler<CaseMoved> {
  private final KnownCases cases;

  CaseMovedHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-moved.v1";
  }

  @Override
  public Class<CaseMoved> payload() {
    return CaseMoved.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseMoved> event) {
    cases.move(event.payload());
  }
}
