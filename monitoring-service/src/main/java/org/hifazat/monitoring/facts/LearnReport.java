package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.Required;
import org.hifazat.monitoring.tally.Count;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Counts concern reports by the day they reached anyone of the system. */
@ApplicationScoped
class LearnReport implements EventHandler<LearnReport.ConcernReported> {
  private final Session entities;
  private final Tallies tallies;

  LearnReport(Session entities, Tallies tallies) {
    this.entities = entities;
    this.tallies = tallies;
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
    ConcernReported report = event.payload();
    tallies.recount(report.reportId(), () -> counts(report.reportId()), () -> write(report));
  }

  private Map<Count, Integer> counts(UUID id) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select district_code, received_at from report_fact where report_id = :id",
                Object[].class)
            .addScalar("district_code", String.class)
            .addScalar("received_at", Instant.class)
            .setParameter("id", id)
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row ->
                    new Count(
                        (String) row[0],
                        KarachiTime.month((Instant) row[1]),
                        Measure.CONCERN_REPORTS),
                row -> 1));
  }

  private void write(ConcernReported report) {
    entities
        .createNativeQuery(
            """
            insert into report_fact (report_id, district_code, channel, urgency, received_at, recorded_at)
            values (:id, :district, :channel, :urgency, :received, :recorded)
            on conflict (report_id) do nothing""")
        .setParameter("id", report.reportId())
        .setParameter("district", report.districtCode())
        .setParameter("channel", report.channel())
        .setParameter("urgency", report.urgency())
        .setParameter("received", report.receivedAt())
        .setParameter("recorded", report.recordedAt())
        .executeUpdate();
  }
}
