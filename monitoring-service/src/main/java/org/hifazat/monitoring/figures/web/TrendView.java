package org.hifazat.monitoring.figures.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.FiguresReport;
import org.hifazat.monitoring.tally.Measure;

/** The province month by month, the oldest first. */
@Schema(
    name = "Trend",
    requiredProperties = {"asOf", "months"})
public record TrendView(Instant asOf, List<MonthView> months) {

  /** One month. */
  @Schema(
      name = "TrendMonth",
      requiredProperties = {"month", "concernReports", "newCases", "referrals"})
  public record MonthView(
      @Schema(examples = "2026-11") String month,
      FigureView concernReports,
      FigureView newCases,
      ReferralsView referrals) {}

  static TrendView of(FiguresReport.Trend trend) {
    return new TrendView(
        trend.asOf(),
        trend.months().stream()
            .map(
                month ->
                    new MonthView(
                        month.month().toString(),
                        FiguresView.one(month.province(), Measure.CONCERN_REPORTS),
                        FiguresView.one(month.province(), Measure.NEW_CASES),
                        ReferralsView.of(month.province())))
            .toList());
  }
}
