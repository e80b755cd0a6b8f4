package org.hifazat.monitoring.figures.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.monitoring.figures.Figure;
import org.hifazat.monitoring.tally.Measure;

/** Referrals by the stage they reached in the period, whenever they were asked for. */
@Schema(
    name = "Referrals",
    requiredProperties = {"requested", "accepted", "completed", "loopClosed"})
public record ReferralsView(
    FigureView requested, FigureView accepted, FigureView completed, FigureView loopClosed) {

  static ReferralsView of(Map<Measure, Figure> figures) {
    return new ReferralsView(
        FiguresView.one(figures, Measure.REFERRALS_REQUESTED),
        FiguresView.one(figures, Measure.REFERRALS_ACCEPTED),
        FiguresView.one(figures, Measure.REFERRALS_COMPLETED),
        FiguresView.one(figures, Measure.LOOPS_CLOSED));
  }
}
