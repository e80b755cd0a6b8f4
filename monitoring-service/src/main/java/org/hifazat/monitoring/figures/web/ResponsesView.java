package org.hifazat.monitoring.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.CodedFigures;
import org.hifazat.monitoring.tally.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What was offered after assessments, and how often it was taken since.
 *
 * @param items by response, in the order of their codes; what was not offered, or is withheld, is
 *     not listed
 * @param total all responses together
 */
@Schema(
    name = "ResponseFigures",
    requiredProperties = {"asOf", "from", "to", "items", "total"})
public record ResponsesView(
    Instant asOf, LocalDate from, LocalDate to, List<ResponseView> items, ResponseView total) {

  /**
   * @param response absent for all together
   */
  @Schema(
      name = "ResponseFigure",
      requiredProperties = {"offered", "taken"})
  public record ResponseView(@Nullable String response, FigureView offered, FigureView taken) {

    private static ResponseView of(CodedFigures.Row row) {
      return new ResponseView(
          row.code(),
          FiguresView.one(row.figures(), Measure.RESPONSES_OFFERED),
          FiguresView.one(row.figures(), Measure.RESPONSES_TAKEN));
    }
  }

  static ResponsesView of(CodedFigures.Report report) {
    return new ResponsesView(
        report.asOf(),
        report.from(),
        report.to(),
        report.rows().stream().map(ResponseView::of).toList(),
        ResponseView.of(report.total()));
  }
}
