package org.hifazat.monitoring.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.CodedFigures;
import org.hifazat.monitoring.tally.Measure;

/**
 * Services that were needed and could not be had.
 *
 * @param items by district and kind of service; what was not missing, or is withheld, is not listed
 * @param total of the province
 */
@Schema(
    name = "GapFigures",
    requiredProperties = {"asOf", "from", "to", "items", "total"})
public record GapsView(
    Instant asOf, LocalDate from, LocalDate to, List<GapView> items, FigureView total) {

  @Schema(
      name = "GapFigure",
      requiredProperties = {"districtCode", "serviceCategory", "gaps"})
  public record GapView(String districtCode, String serviceCategory, FigureView gaps) {

    private static GapView of(CodedFigures.Row row) {
      String[] code = Objects.requireNonNull(row.code(), "all together is the total").split("/", 2);
      return new GapView(code[0], code[1], counted(row));
    }
  }

  static GapsView of(CodedFigures.Report report) {
    return new GapsView(
        report.asOf(),
        report.from(),
        report.to(),
        report.rows().stream().map(GapView::of).toList(),
        counted(report.total()));
  }

  private static FigureView counted(CodedFigures.Row row) {
    return FiguresView.one(row.figures(), Measure.SERVICE_GAPS);
  }
}
