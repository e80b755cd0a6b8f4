package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.tally.Count;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies;

/** What is known of concern reports, counted by the day they reached anyone of the system. */
@ApplicationScoped
class ReportFacts {
  private final Session entities;
  private final Tallies tallies;

  ReportFacts(Session entities, Tallies tallies) {
    this.entities = entities;
    this.tallies = tallies;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void reported(LearnReport.ConcernReported report) {
    tallies.recount(report.reportId(), () -> counts(report.reportId()), () -> write(report));
  }

  /** Nobody has decided on it after twice the time it may wait; the first time counts. */
  @Transactional(Transactional.TxType.MANDATORY)
  void longWaiting(UUID report, Instant at) {
    tallies.recount(
        report,
        () -> counts(report),
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into long_waiting_fact (report_id, told_at) values (:report, :at)
                    on conflict (report_id) do nothing""")
                .setParameter("report", report)
                .setParameter("at", at)
                .executeUpdate());
  }

  /** Whichever of the two is heard of first. */
  private Map<Count, Integer> counts(UUID id) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select district_code, received_at,
                       exists (select 1 from long_waiting_fact l where l.report_id = r.report_id) as waiting
                  from report_fact r where report_id = :id""",
                Object[].class)
            .addScalar("district_code", String.class)
            .addScalar("received_at", Instant.class)
            .addScalar("waiting", Boolean.class)
            .setParameter("id", id)
            .getResultList();
    Map<Count, Integer> counts = new HashMap<>();
    for (Object[] row : rows) {
      YearMonth month = KarachiTime.month((Instant) row[1]);
      counts.put(new Count((String) row[0], month, Measure.CONCERN_REPORTS), 1);
      if ((Boolean) row[2]) {
        counts.put(new Count((String) row[0], month, Measure.REPORTS_LONG_WAITING), 1);
      }
    }
    return counts;
  }

  private void write(LearnReport.ConcernReported report) {
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
