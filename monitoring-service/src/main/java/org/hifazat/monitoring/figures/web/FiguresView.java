package org.hifazat.monitoring.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.Figure;
import org.hifazat.monitoring.figures.FiguresReport;
import org.hifazat.monitoring.tally.Measure;

/** Figures of a period. */
@Schema(
    name = "Figures",
    requiredProperties = {"asOf", "from", "to", "districts", "province"})
public record FiguresView(
    @Schema(description = "When they were counted.") Instant asOf,
    @Schema(description = "First day counted.") LocalDate from,
    @Schema(description = "Last day counted, in Asia/Karachi.") LocalDate to,
    @Schema(description = "By division and name; districts without a unit too.")
        List<DistrictView> districts,
    @Schema(description = "The whole province, whichever districts are listed.")
        ProvinceView province) {

  static FiguresView of(FiguresReport report) {
    return new FiguresView(
        report.asOf(),
        report.from(),
        report.to(),
        report.districts().stream().map(DistrictView::of).toList(),
        ProvinceView.of(report.province()));
  }

  static FigureView one(Map<Measure, Figure> figures, Measure measure) {
    return FigureView.of(Objects.requireNonNull(figures.get(measure), "every measure"));
  }
}
