package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A child or family was followed up: what has to be assessed each time may be due. */
@ApplicationScoped
class FollowUpHeldHandler implements EventHandler<FollowUpHeld> {
  private final Event<ContactHeld> held;

  FollowUpHeldHandler(Event<ContactHeld> held) {
    this.held = held;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.follow-up-held.v1";
  }

  @Override
  public Class<FollowUpHeld> payload() {
    return FollowUpHeld.class;
  }

  @Override
  public void handle(ReceivedEvent<FollowUpHeld> event) {
    FollowUpHeld contact = event.payload();
    held.fire(new ContactHeld(contact.caseId(), contact.happenedAt()));
  }
}
