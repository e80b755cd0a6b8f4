package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A report was given to another body. */
@ApplicationScoped
class LearnReferringOn implements EventHandler<TriageFacts.Decided> {
  private final TriageFacts facts;

  LearnReferringOn(TriageFacts facts) {
    this.facts = facts;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.concern-referred-on.v1";
  }

  @Override
  public Class<TriageFacts.Decided> payload() {
    return TriageFacts.Decided.class;
  }

  @Override
  public void handle(ReceivedEvent<TriageFacts.Decided> event) {
    facts.learn(event.payload());
  }
}
