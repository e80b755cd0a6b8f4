package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A case that another unit accepted counts there. */
@ApplicationScoped
class LearnTransfer implements EventHandler<LearnTransfer.CaseTransferred> {
  private final CaseTurns turns;

  LearnTransfer(CaseTurns turns) {
    this.turns = turns;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record CaseTransferred(
      UUID caseId, String districtCode, Instant transferredAt, Instant recordedAt) {
    CaseTransferred {
      Required.all(caseId, districtCode, transferredAt, recordedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-transferred.v1";
  }

  @Override
  public Class<CaseTransferred> payload() {
    return CaseTransferred.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseTransferred> event) {
    CaseTransferred turned = event.payload();
    turns.moved(
        turned.caseId(),
        event.aggregateVersion(),
        turned.districtCode(),
        turned.transferredAt(),
        turned.recordedAt());
  }
}
