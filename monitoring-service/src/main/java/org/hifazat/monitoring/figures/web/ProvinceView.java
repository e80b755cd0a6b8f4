package org.hifazat.monitoring.figures.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.Figure;
import org.hifazat.monitoring.tally.Measure;

/** All districts together. */
@Schema(
    name = "ProvinceFigures",
    requiredProperties = {
      "concernReports",
      "reportsLongWaiting",
      "newCases",
      "openCases",
      "risk",
      "referrals",
      "tasksOnTime",
      "tasksDue",
      "tasksLongOverdue"
    })
public record ProvinceView(
    @Schema(description = "Received in the period.") FigureView concernReports,
    @Schema(
            description =
                "Of those received: still undecided at twice the time their urgency allows.")
        FigureView reportsLongWaiting,
    @Schema(description = "Opened in the period.") FigureView newCases,
    @Schema(description = "Open at the end of the period.") FigureView openCases,
    RiskView risk,
    ReferralsView referrals,
    @Schema(description = "Of those due: done by their deadline.") FigureView tasksOnTime,
    @Schema(description = "With a deadline in the period that has passed, or done ahead of it.")
        FigureView tasksDue,
    @Schema(description = "Of those due: still undone at twice the time the policy gives.")
        FigureView tasksLongOverdue) {

  static ProvinceView of(Map<Measure, Figure> figures) {
    return new ProvinceView(
        FiguresView.one(figures, Measure.CONCERN_REPORTS),
        FiguresView.one(figures, Measure.REPORTS_LONG_WAITING),
        FiguresView.one(figures, Measure.NEW_CASES),
        FiguresView.one(figures, Measure.OPEN_CASES),
        RiskView.of(figures),
        ReferralsView.of(figures),
        FiguresView.one(figures, Measure.TASKS_ON_TIME),
        FiguresView.one(figures, Measure.TASKS_DUE),
        FiguresView.one(figures, Measure.TASKS_LONG_OVERDUE));
  }
}
