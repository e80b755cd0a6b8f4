package org.hifazat.assessment.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** The level a case had from a merge went with it: the case has none until it is assessed. */
@ApplicationScoped
class RiskTakenBackHandler implements EventHandler<RiskTakenBackHandler.TakenBack> {
  private final KnownCases cases;

  RiskTakenBackHandler(KnownCases cases) {
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TakenBack(UUID caseId, Instant takenBackAt) {}

  @Override
  public String type() {
    return "org.hifazat.cases.risk-level-taken-back.v1";
  }

  @Override
  public Class<TakenBack> payload() {
    return TakenBack.class;
  }

  @Override
  public void handle(ReceivedEvent<TakenBack> event) {
    cases.takeRiskBack(event.payload().caseId(), event.payload().takenBackAt());
  }
}
