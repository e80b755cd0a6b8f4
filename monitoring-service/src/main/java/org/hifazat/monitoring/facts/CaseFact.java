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
 * An opened case and what changed it.
 *
 * @param changes in the order they happened in
 */
record CaseFact(String districtCode, Instant openedAt, List<Change> changes) {

  /** Something after which the case counts elsewhere. */
  sealed interface Change {
    Instant at();
  }

  /** A level of risk was set. */
  record Level(String code, Instant at) implements Change {
    /** What needs no deadline counts with what is low: both were assessed. */
    Measure measure() {
      return switch (code) {
        case "high" -> Measure.RISK_HIGH;
        case "medium" -> Measure.RISK_MEDIUM;
        case "low", "none" -> Measure.RISK_LOW;
        case "not-assessed" -> Measure.RISK_NOT_ASSESSED;
        default -> throw new IllegalStateException("a level the table does not allow");
      };
    }
  }

  /** The case was closed. */
  record Closed(Instant at) implements Change {}

  /** The case was reopened, and has no level until it is assessed. */
  record Reopened(Instant at) implements Change {}

  /** Another district's unit accepted the case. */
  record Moved(String toDistrict, Instant at) implements Change {}

  /**
   * New in the month it was opened in; while it is open in one of the four risk measures, leaving
   * one and coming to the next in the month of the change. A moved case leaves the open cases of
   * its district and comes to the other's; it was new where it was opened. A change never counts
   * before the opening, nor before the one it followed.
   */
  Map<Count, Integer> counts() {
    Map<Count, Integer> counts = new HashMap<>();
    YearMonth month = KarachiTime.month(openedAt);
    Measure level = Measure.RISK_NOT_ASSESSED;
    String district = districtCode;
    boolean open = true;
    counts.put(new Count(districtCode, month, Measure.NEW_CASES), 1);
    counts.put(new Count(districtCode, month, level), 1);
    for (Change change : changes) {
      YearMonth changed = KarachiTime.month(change.at());
      month = changed.isAfter(month) ? changed : month;
      switch (change) {
        case Level next -> {
          if (open) {
            add(counts, district, month, level, -1);
            add(counts, district, month, next.measure(), 1);
          }
          level = next.measure();
        }
        case Closed closed -> {
          if (open) {
            add(counts, district, month, level, -1);
            add(counts, district, month, Measure.OPEN_CASES, -1);
          }
          open = false;
        }
        case Reopened reopened -> {
          level = open ? level : Measure.RISK_NOT_ASSESSED;
          if (!open) {
            add(counts, district, month, level, 1);
            add(counts, district, month, Measure.OPEN_CASES, 1);
          }
          open = true;
        }
        case Moved moved -> {
          if (open) {
            add(counts, district, month, level, -1);
            add(counts, district, month, Measure.OPEN_CASES, -1);
            add(counts, moved.toDistrict(), month, level, 1);
            add(counts, moved.toDistrict(), month, Measure.OPEN_CASES, 1);
          }
          district = moved.toDistrict();
        }
      }
    }
    return counts;
  }

  private static void add(
      Map<Count, Integer> counts, String district, YearMonth month, Measure measure, int times) {
    counts.merge(new Count(district, month, measure), times, Integer::sum);
  }
}
