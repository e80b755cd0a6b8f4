package org.hifazat.monitoring.figures.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.Figure;
import org.hifazat.monitoring.tally.Measure;

/**
 * Referrals by the stage they reached in the period, whenever they were asked for; those overdue by
 * when they were asked for.
 */
@Schema(
    name = "Referrals",
    requiredProperties = {
      "requested",
      "accepted",
      "completed",
      "loopClosed",
      "overdue",
      "longOverdue"
    })
public record ReferralsView(
    FigureView requested,
    FigureView accepted,
    FigureView completed,
    FigureView loopClosed,
    @Schema(
            description =
                "Of those requested in the period: not answered, or not carried out, when the time for it was over.")
        FigureView overdue,
    @Schema(description = "Of those overdue: still not at twice the time.")
        FigureView longOverdue) {

  static ReferralsView of(Map<Measure, Figure> figures) {
    return new ReferralsView(
        FiguresView.one(figures, Measure.REFERRALS_REQUESTED),
        FiguresView.one(figures, Measure.REFERRALS_ACCEPTED),
        FiguresView.one(figures, Measure.REFERRALS_COMPLETED),
        FiguresView.one(figures, Measure.LOOPS_CLOSED),
        FiguresView.one(figures, Measure.REFERRALS_OVERDUE),
        FiguresView.one(figures, Measure.REFERRALS_LONG_OVERDUE));
  }
}
