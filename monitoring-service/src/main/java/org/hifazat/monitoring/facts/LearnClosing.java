package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A closed case is open no more. */
@ApplicationScoped
class LearnClosing implements EventHandler<LearnClosing.CaseClosed> {
  private final CaseTurns turns;

  LearnClosing(CaseTurns turns) {
    this.turns = turns;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record CaseClosed(UUID caseId, Instant closedAt, Instant recordedAt) {
    CaseClosed {
      Required.all(caseId, closedAt, recordedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-closed.v1";
  }

  @Override
  public Class<CaseClosed> payload() {
    return CaseClosed.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseClosed> event) {
    CaseClosed turned = event.payload();
    turns.learn(
        turned.caseId(),
        event.aggregateVersion(),
        "closed",
        turned.closedAt(),
        turned.recordedAt());
  }
}
