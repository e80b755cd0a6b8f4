package org.hifazat.monitoring.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.MonitoringConfig;
import org.hifazat.monitoring.access.MonitoringOperation;
import org.hifazat.monitoring.directory.District;
import org.hifazat.monitoring.directory.Districts;
import org.hifazat.monitoring.suppression.Suppression;
import org.hifazat.monitoring.tally.CountedSince;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies;
import org.hifazat.platform.security.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the province. Whatever part of a table is asked for, the whole year of tables is
 * protected first and the part cut out of it: no filter shows more. Every look is on record.
 */
@ApplicationScoped
public class Figures {
  /** Months of a year of tables. */
  public static final int MONTHS = 12;

  private final Tallies tallies;
  private final CountedSince since;
  private final Districts districts;
  private final AuditLog audit;
  private final Clock clock;
  private final MonitoringConfig config;

  Figures(
      Tallies tallies,
      CountedSince since,
      Districts districts,
      AuditLog audit,
      Clock clock,
      MonitoringConfig config) {
    this.tallies = tallies;
    this.since = since;
    this.districts = districts;
    this.audit = audit;
    this.clock = clock;
    this.config = config;
  }

  /** What asking for figures may come to. */
  public sealed interface Result {
    record Found(FiguresReport report) implements Result {}

    record MonthInFuture() implements Result {}

    record DistrictUnknown() implements Result {}
  }

  /**
   * Figures of one month, or of the running month and the eleven before it together.
   *
   * @param districtCode only this district's row; null for all
   */
  @Transactional
  public Result report(@Nullable YearMonth month, @Nullable String districtCode) {
    Instant now = clock.instant();
    Optional<Period> asked = Period.of(month, now);
    if (asked.isEmpty()) {
      return new Result.MonthInFuture();
    }
    Period period = asked.get();
    LocalDate from = period.from();
    LocalDate end = period.end();
    Sums sums = sums(period.first(), period.last(), now);
    Map<String, District> known = sums.districts();
    if (districtCode != null && !known.containsKey(districtCode)) {
      return new Result.DistrictUnknown();
    }
    YearOfTables.Protected part = period.of(year(sums, period.first(), period.last()));
    Set<Measure> unknown = unknown(since.days(), from);
    List<FiguresReport.Row> rows = new ArrayList<>();
    List<String> codes = List.copyOf(known.keySet());
    for (int row = 0; row < codes.size(); row++) {
      District district = Optional.ofNullable(known.get(codes.get(row))).orElseThrow();
      Map<Measure, Figure> counted = figures(part, row, unknown);
      // What is withheld of a district that was no more does not bring it back: that would tell.
      boolean wanted =
          districtCode == null
              ? district.existsBetween(from, end)
                  || counted.values().stream().anyMatch(Figure::tellsOfAny)
              : district.code().equals(districtCode);
      if (wanted) {
        rows.add(new FiguresReport.Row(district, counted));
      }
    }
    audit.read(
        MonitoringOperation.VIEW_FIGURES.name(),
        "figures",
        period.audited(),
        districtCode == null ? "all-districts" : "district:" + districtCode);
    return new Result.Found(
        new FiguresReport(
            now, from, period.to(), rows, figures(part, part.table().province(), unknown)));
  }

  /**
   * The province in each of the latest months, the oldest first.
   *
   * @param months 1 to 12
   */
  @Transactional
  public FiguresReport.Trend trend(int months) {
    Instant now = clock.instant();
    YearMonth last = KarachiTime.month(now);
    YearMonth first = last.minusMonths(MONTHS - 1L);
    YearOfTables year = year(sums(first, last, now), first, last);
    Map<Measure, LocalDate> days = since.days();
    List<FiguresReport.Month> shown =
        year.months().entrySet().stream()
            .skip((long) MONTHS - months)
            .map(
                month ->
                    new FiguresReport.Month(
                        month.getKey(),
                        figures(
                            month.getValue(),
                            month.getValue().table().province(),
                            unknown(days, month.getKey().atDay(1)))))
            .toList();
    audit.read(MonitoringOperation.VIEW_FIGURES.name(), "figures", "trend");
    return new FiguresReport.Trend(now, shown);
  }

  private record Sums(Map<String, District> districts, List<Tallies.Sum> sums) {}

  private YearOfTables year(Sums sums, YearMonth first, YearMonth last) {
    return YearOfTables.of(
        List.copyOf(sums.districts().keySet()),
        first,
        last,
        sums.sums(),
        new Suppression(config.suppressBelow()));
  }

  /** Districts that are listed, and those that so far only something counted in them tells of. */
  private Sums sums(YearMonth first, YearMonth last, Instant now) {
    Map<String, District> known = new LinkedHashMap<>();
    districts.all().forEach(district -> known.put(district.code(), district));
    List<Tallies.Sum> sums = tallies.sums(first, last, now);
    sums.forEach(sum -> known.computeIfAbsent(sum.districtCode(), District::unlisted));
    return new Sums(known, sums);
  }

  /**
   * What was not counted yet on the first day of the period: none of it must not read as nought.
   */
  private static Set<Measure> unknown(Map<Measure, LocalDate> since, LocalDate from) {
    return since.entrySet().stream()
        .filter(measure -> from.isBefore(measure.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<Measure, Figure> figures(YearOfTables.Protected part, int row, Set<Measure> unknown) {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      figures.put(
          measure,
          unknown.contains(measure)
              ? new Figure.Unknown()
              : Figure.of(
                  part.table().value(measure, row),
                  part.shown().of(measure, row),
                  config.suppressBelow()));
    }
    return figures;
  }
}
