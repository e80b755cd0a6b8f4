package org.hifazat.monitoring.facts;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.tally.Count;
import org.hifazat.monitoring.tally.Measure;

/**
 * An opened case and its risk levels.
 *
 * @param levels in the order they were set in
 */
record CaseFact(String districtCode, Instant openedAt, List<Level> levels) {

  record Level(String code, Instant setAt) {
    /** What needs no deadline counts with what is low: both were assessed. */
    Measure measure() {
      return switch (code) {
        case "high" -> Measure.RISK_HIGH;
        case "medium" -> Measure.RISK_MEDIUM;
        case "low", "none" -> Measure.RISK_LOW;
        default -> throw new IllegalStateException("a level the table does not allow");
      };
    }
  }

  /**
   * New in the month it was opened in; from then on in one of the four risk measures, leaving one
   * and coming to the next in the month the level was set in. A level never counts before the
   * opening, nor before the level it replaced.
   */
  Map<Count, Integer> counts() {
    Map<Count, Integer> counts = new HashMap<>();
    YearMonth month = KarachiTime.month(openedAt);
    Measure level = Measure.RISK_NOT_ASSESSED;
    counts.put(new Count(districtCode, month, Measure.NEW_CASES), 1);
    counts.put(new Count(districtCode, month, level), 1);
    for (Level next : levels) {
      YearMonth set = KarachiTime.month(next.setAt());
      month = set.isAfter(month) ? set : month;
      counts.merge(new Count(districtCode, month, level), -1, Integer::sum);
      level = next.measure();
      counts.merge(new Count(districtCode, month, level), 1, Integer::sum);
    }
    return counts;
  }
}
