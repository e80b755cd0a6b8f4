package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Counts concern reports by the day they reached anyone of the system. */
@ApplicationScoped
class LearnReport implements EventHandler<LearnReport.ConcernReported> {
  private final ReportFacts facts;

  LearnReport(ReportFacts facts) {
    this.facts = facts;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ConcernReported(
      UUID reportId,
      String districtCode,
      String channel,
      String urgency,
      Instant receivedAt,
      Instant recordedAt) {
    ConcernReported {
      Required.all(reportId, districtCode, channel, urgency, receivedAt, recordedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.concern-reported.v1";
  }

  @Override
  public Class<ConcernReported> payload() {
    return ConcernReported.class;
  }

  @Override
  public void handle(ReceivedEvent<ConcernReported> event) {
    facts.reported(event.payload());
  }
}
