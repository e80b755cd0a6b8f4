package org.hifazat.monitoring.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.MonitoringConfig;
import org.hifazat.monitoring.access.MonitoringOperation;
import org.hifazat.monitoring.suppression.Suppression;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies;
import org.hifazat.platform.security.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * Figures of something else than districts. Protected as the districts' are, all months and the
 * year at once, with its codes in the place of the districts.
 */
@ApplicationScoped
public class CodedFigures {
  /** What is counted by a code of its own. */
  public enum Kind {
    /**
     * How often each response of the toolkit was offered in the province, and how often of these it
     * was taken into a plan since; it counts in the month it was offered in.
     */
    RESPONSES(
        "responses",
        Measure.OF_RESPONSES,
        """
        select response as code, cast(date_trunc('month', offered_at at time zone 'Asia/Karachi') as date) as month,
               count(*) as n0, count(taken_at) as n1
          from response_fact where offered_at >= :from and offered_at < :until
         group by code, month order by code, month"""),
    /**
     * How often which kind of service could not be had in which district: both together are the
     * code, and no sums by one of the two are given, so none tell the others.
     */
    SERVICE_GAPS(
        "service-gaps",
        Measure.OF_GAPS,
        """
        select district_code || '/' || service_category as code,
               cast(date_trunc('month', happened_at at time zone 'Asia/Karachi') as date) as month,
               count(*) as n0
          from gap_fact where happened_at >= :from and happened_at < :until
         group by code, month order by code, month""");

    private final String audited;
    private final List<Measure> measures;
    private final String sums;

    Kind(String audited, List<Measure> measures, String sums) {
      this.audited = audited;
      this.measures = measures;
      this.sums = sums;
    }
  }

  /**
   * @param code null for all together
   */
  public record Row(@Nullable String code, Map<Measure, Figure> figures) {}

  /**
   * From the first day of the period to its last one, or today.
   *
   * @param rows in the order of their codes; only those that tell of any, since a row that stands
   *     there with a withheld count says that it is not nought
   */
  public record Report(Instant asOf, LocalDate from, LocalDate to, List<Row> rows, Row total) {}

  private final Session entities;
  private final AuditLog audit;
  private final Clock clock;
  private final MonitoringConfig config;

  CodedFigures(Session entities, AuditLog audit, Clock clock, MonitoringConfig config) {
    this.entities = entities;
    this.audit = audit;
    this.clock = clock;
    this.config = config;
  }

  /** Of one month, or of the running month and the eleven before it; empty for a month to come. */
  @Transactional
  public Optional<Report> of(Kind kind, @Nullable YearMonth month) {
    Instant now = clock.instant();
    return Period.of(month, now).map(period -> report(kind, period, now));
  }

  private Report report(Kind kind, Period period, Instant now) {
    audit.read(MonitoringOperation.VIEW_FIGURES.name(), "figures", period.audited(), kind.audited);
    List<Tallies.Sum> sums = sums(kind, period);
    List<String> codes = sums.stream().map(Tallies.Sum::districtCode).distinct().toList();
    YearOfTables.Protected part =
        period.of(
            YearOfTables.of(
                codes,
                kind.measures,
                period.first(),
                period.last(),
                sums,
                new Suppression(config.suppressBelow())));
    return new Report(
        now,
        period.from(),
        period.to(),
        IntStream.range(0, codes.size())
            .mapToObj(row -> row(kind, codes.get(row), part, row))
            .filter(row -> row.figures().values().stream().anyMatch(Figure::tellsOfAny))
            .toList(),
        row(kind, null, part, part.table().province()));
  }

  private Row row(Kind kind, @Nullable String code, YearOfTables.Protected part, int row) {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    for (Measure measure : kind.measures) {
      figures.put(
          measure,
          Figure.of(
              part.table().value(measure, row),
              part.shown().of(measure, row),
              config.suppressBelow()));
    }
    return new Row(code, figures);
  }

  private List<Tallies.Sum> sums(Kind kind, Period period) {
    NativeQuery<Object[]> query =
        entities
            .createNativeQuery(kind.sums, Object[].class)
            .addScalar("code", String.class)
            .addScalar("month", LocalDate.class);
    for (int i = 0; i < kind.measures.size(); i++) {
      query.addScalar("n" + i, Long.class);
    }
    List<Object[]> rows =
        query
            .setParameter("from", KarachiTime.begin(period.first()))
            .setParameter("until", KarachiTime.begin(period.last().plusMonths(1)))
            .getResultList();
    List<Tallies.Sum> sums = new ArrayList<>();
    for (Object[] row : rows) {
      YearMonth month = YearMonth.from((LocalDate) row[1]);
      for (int i = 0; i < kind.measures.size(); i++) {
        sums.add(new Tallies.Sum((String) row[0], month, kind.measures.get(i), (Long) row[i + 2]));
      }
    }
    return sums;
  }
}
