package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Somebody else has a case. */
@ApplicationScoped
class LearnAssignment implements EventHandler<CaseHanded> {
  private final CaseHands cases;

  LearnAssignment(CaseHands cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-assigned.v1";
  }

  @Override
  public Class<CaseHanded> payload() {
    return CaseHanded.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseHanded> event) {
    cases.hand(event.payload(), event.aggregateVersion());
  }
}
