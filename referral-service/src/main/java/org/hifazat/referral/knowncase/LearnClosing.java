package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** For a closed case no new referral is made. */
@ApplicationScoped
class LearnClosing implements EventHandler<CaseTurned> {
  private final KnownCases cases;

  LearnClosing(KnownCases cases) {
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
    cases.turn(event.payload().caseId(), true, event.aggregateVersion());
  }
}
