package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A closed case is assessed no more. */
@ApplicationScoped
class CaseClosedHandler implements EventHandler<CaseTurned> {
  private final KnownCases cases;

  CaseClosedHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-closed.v1";
  }

  @Override
  public Class<CaseTurned> payload() {
    return CaseTurned.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseTurned> event) {
    CaseTurned turned = event.payload();
    cases.turn(
        turned.caseId(),
        "closed",
        event.aggregateVersion(),
        Objects.requireNonNullElse(turned.closedAt(), event.time()));
  }
}
