package org.hifazat.assessment.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.PoisonException;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Remembers a case when it is opened. */
@ApplicationScoped
public class CaseOpenedHandler implements EventHandler<CaseOpened> {

  private final KnownCases cases;

  CaseOpenedHandler(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-opened.v1";
  }

  @Override
  public Class<CaseOpened> payload() {
    return CaseOpened.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseOpened> event) {
    CaseOpened opened = event.payload();
    if (isMissing(opened.caseId()) || isMissing(opened.unitId()) || isMissing(opened.openedAt())) {
      throw new PoisonException("case-opened lacks its id, unit or time");
    }
    cases.remember(event);
  }

  /** JSON may leave out what the record declares. */
  private static boolean isMissing(@Nullable Object field) {
    return field == null;
  }
}
