package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Another unit has a case. */
@ApplicationScoped
class LearnTransfer implements EventHandler<CaseHanded> {
  private final CaseHands cases;

  LearnTransfer(CaseHands cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-transferred.v1";
  }

  @Override
  public Class<CaseHanded> payload() {
    return CaseHanded.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseHanded> event) {
    cases.transfer(event.payload(), event.aggregateVersion());
  }
}
