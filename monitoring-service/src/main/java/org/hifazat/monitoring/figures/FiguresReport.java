package org.hifazat.monitoring.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.hifazat.monitoring.directory.District;
import org.hifazat.monitoring.tally.Measure;

/**
 * Figures that may be shown.
 *
 * @param from first day counted
 * @param to last day counted
 * @param province all districts, those not listed here too
 */
public record FiguresReport(
    Instant asOf,
    LocalDate from,
    LocalDate to,
    List<Row> districts,
    Map<Measure, Figure> province) {

  public record Row(District district, Map<Measure, Figure> figures) {}

  /** The province month by month. */
  public record Trend(Instant asOf, List<Month> months) {}

  public record Month(YearMonth month, Map<Measure, Figure> province) {}
}
