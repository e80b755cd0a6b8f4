package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A report became a case, or was no concern. */
@ApplicationScoped
class LearnTriage implements EventHandler<TriageFacts.Decided> {
  private final TriageFacts facts;

  LearnTriage(TriageFacts facts) {
    this.facts = facts;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.concern-triaged.v1";
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
