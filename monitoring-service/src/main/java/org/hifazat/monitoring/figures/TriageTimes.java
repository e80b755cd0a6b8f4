package org.hifazat.monitoring.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.MonitoringConfig;
import org.hifazat.monitoring.access.MonitoringOperation;
import org.hifazat.platform.security.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * How long reports wait until somebody decides: half of them at most so long. Of fewer reports than
 * are ever shown nothing is said, not even that there were any: in four districts of which each had
 * one, and the province too few, each would be known to have had one. None is told closer than to a
 * quarter of an hour; from the times of the other districts it cannot be computed, since half of
 * all is no sum.
 */
@ApplicationScoped
public class TriageTimes {
  private static final int QUARTER = 15;

  private final Session entities;
  private final AuditLog audit;
  private final Clock clock;
  private final MonitoringConfig config;

  TriageTimes(Session entities, AuditLog audit, Clock clock, MonitoringConfig config) {
    this.entities = entities;
    this.audit = audit;
    this.clock = clock;
    this.config = config;
  }

  /**
   * @param districtCode null for the province
   */
  public record Time(@Nullable String districtCode, String urgency, int medianMinutes) {}

  /** From the first day of the period to its last one, or today. */
  public record Report(Instant asOf, LocalDate from, LocalDate to, List<Time> times) {}

  /**
   * Of reports decided in one month, or in the running month and the eleven before it; empty for a
   * month to come.
   */
  @Transactional
  public Optional<Report> of(@Nullable YearMonth month) {
    Instant now = clock.instant();
    return Period.of(month, now).map(period -> report(period, now));
  }

  private Report report(Period period, Instant now) {
    audit.read(
        MonitoringOperation.VIEW_FIGURES.name(), "figures", period.audited(), "time-to-triage");
    YearMonth month = period.month();
    return new Report(
        now,
        period.from(),
        period.to(),
        month == null ? times(period.first(), period.last()) : times(month, month));
  }

  private List<Time> times(YearMonth first, YearMonth last) {
    return entities
        .createNativeQuery(
            """
            select district_code, urgency,
                   percentile_disc(0.5) within group (order by waited_minutes) as median
              from triage_fact
             where decided_at >= :from and decided_at < :until
             group by grouping sets ((district_code, urgency), (urgency))
            having count(*) >= :enough
             order by district_code nulls last, urgency""",
            Object[].class)
        .addScalar("district_code", String.class)
        .addScalar("urgency", String.class)
        .addScalar("median", Long.class)
        .setParameter("from", KarachiTime.begin(first))
        .setParameter("until", KarachiTime.begin(last.plusMonths(1)))
        .setParameter("enough", config.suppressBelow())
        .getResultStream()
        .map(row -> new Time((String) row[0], (String) row[1], quarters((Long) row[2])))
        .toList();
  }

  private static int quarters(long median) {
    return Math.toIntExact((median + QUARTER - 1) / QUARTER * QUARTER);
  }
}
