package org.hifazat.monitoring.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hifazat.monitoring.figures.TriageTimes;
import org.jspecify.annotations.Nullable;

/**
 * How long half of the reports waited at most until somebody decided.
 *
 * @param items by district and urgency, the province last; of what too few were decided is not
 *     listed
 */
public record TriageTimesView(Instant asOf, LocalDate from, LocalDate to, List<TimeView> items) {

  /**
   * @param districtCode absent for the province
   * @param medianMinutes in quarters of an hour
   */
  public record TimeView(@Nullable String districtCode, String urgency, int medianMinutes) {}

  static TriageTimesView of(TriageTimes.Report report) {
    return new TriageTimesView(
        report.asOf(),
        report.from(),
        report.to(),
        report.times().stream()
            .map(time -> new TimeView(time.districtCode(), time.urgency(), time.medianMinutes()))
            .toList());
  }
}
