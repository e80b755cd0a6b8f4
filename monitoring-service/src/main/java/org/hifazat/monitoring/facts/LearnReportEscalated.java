package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A report waits so long for a decision that the Commission is told, as a number. */
@ApplicationScoped
class LearnReportEscalated implements EventHandler<LearnReportEscalated.ConcernEscalated> {
  private static final String TRIAGE = "triage";
  private static final String COMMISSION = "commission";

  private final ReportFacts reports;

  LearnReportEscalated(ReportFacts reports) {
    this.reports = reports;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ConcernEscalated(UUID reportId, String matter, String level, Instant escalatedAt) {
    ConcernEscalated {
      Required.all(reportId, matter, level, escalatedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.concern-escalated.v1";
  }

  @Override
  public Class<ConcernEscalated> payload() {
    return ConcernEscalated.class;
  }

  @Override
  public void handle(ReceivedEvent<ConcernEscalated> event) {
    ConcernEscalated report = event.payload();
    if (report.matter().equals(TRIAGE) && report.level().equals(COMMISSION)) {
      reports.longWaiting(report.reportId(), report.escalatedAt());
    }
  }
}
