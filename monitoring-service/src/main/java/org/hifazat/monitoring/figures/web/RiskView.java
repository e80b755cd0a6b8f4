package org.hifazat.monitoring.figures.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.Figure;
import org.hifazat.monitoring.tally.Measure;

/** Open cases by risk level at the end of the period. */
@Schema(
    name = "Risk",
    requiredProperties = {"high", "medium", "low", "notAssessed"})
public record RiskView(
    FigureView high,
    FigureView medium,
    @Schema(description = "Low, or assessed as needing no deadline.") FigureView low,
    FigureView notAssessed) {

  static RiskView of(Map<Measure, Figure> figures) {
    return new RiskView(
        FiguresView.one(figures, Measure.RISK_HIGH),
        FiguresView.one(figures, Measure.RISK_MEDIUM),
        FiguresView.one(figures, Measure.RISK_LOW),
        FiguresView.one(figures, Measure.RISK_NOT_ASSESSED));
  }
}
