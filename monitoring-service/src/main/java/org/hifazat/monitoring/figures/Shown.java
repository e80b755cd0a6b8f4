package org.hifazat.monitoring.figures;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.hifazat.monitoring.suppression.Disclosure;
import org.hifazat.monitoring.tally.Measure;

/** How each count of a table is shown; only ever to be made stricter. */
final class Shown {
  private final Map<Measure, Disclosure[]> columns = new EnumMap<>(Measure.class);

  Shown(int rows) {
    for (Measure measure : Measure.values()) {
      Disclosure[] column = new Disclosure[rows];
      Arrays.fill(column, Disclosure.SHOWN);
      columns.put(measure, column);
    }
  }

  Disclosure of(Measure measure, int row) {
    return column(measure)[row];
  }

  /** Whether that was stricter than before. */
  boolean atLeast(Measure measure, int row, Disclosure disclosure) {
    Disclosure[] column = column(measure);
    if (disclosure.compareTo(column[row]) <= 0) {
      return false;
    }
    column[row] = disclosure;
    return true;
  }

  private Disclosure[] column(Measure measure) {
    return columns.getOrDefault(measure, new Disclosure[0]);
  }
}
