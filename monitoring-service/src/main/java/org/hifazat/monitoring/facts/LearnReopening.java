package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A reopened case is open again, and not assessed. */
@ApplicationScoped
class LearnReopening implements EventHandler<LearnReopening.CaseReopened> {
  private final CaseTurns turns;

  LearnReopening(CaseTurns turns) {
    this.turns = turns;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record CaseReopened(UUID caseId, Instant reopenedAt, Instant recordedAt) {
    CaseReopened {
      Required.all(caseId, reopenedAt, recordedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-reopened.v1";
  }

  @Override
  public Class<CaseReopened> payload() {
    return CaseReopened.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseReopened> event) {
    CaseReopened turned = event.payload();
    turns.learn(
        turned.caseId(),
        event.aggregateVersion(),
        "reopened",
        turned.reopenedAt(),
        turned.recordedAt());
  }
}
