package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A reopened case may be assessed again. */
@ApplicationScoped
class CaseReopenedHandler implements EventHandler<CaseTurned> {
  private final KnownCases cases;

  CaseReopenedHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-reopened.v1";
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
        "open",
        event.aggregateVersion(),
        Objects.requireNonNullElse(turned.reopenedAt(), event.time()));
  }
}
