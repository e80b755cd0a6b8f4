package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A reopened case may be referred again. */
@ApplicationScoped
class LearnReopening implements EventHandler<CaseTurned> {
  private final KnownCases cases;

  LearnReopening(KnownCases cases) {
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
    cases.turn(event.payload().caseId(), false, event.aggregateVersion());
  }
}
