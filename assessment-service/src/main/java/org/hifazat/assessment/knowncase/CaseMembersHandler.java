package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Others work on a case, or alone may know of it. */
@ApplicationScoped
class CaseMembersHandler implements EventHandler<CaseMembers> {
  private final KnownCases cases;

  CaseMembersHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-members-changed.v1";
  }

  @Override
  public Class<CaseMembers> payload() {
    return CaseMembers.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseMembers> event) {
    cases.open(event.payload(), event.aggregateVersion());
  }
}
