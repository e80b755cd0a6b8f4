package org.hifazat.monitoring.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hifazat.monitoring.tally.Measure;

/** The true counts of a period: one row per district, and the province below them. */
final class FigureTable {
  private final List<String> districts;
  private final Map<Measure, long[]> columns = new EnumMap<>(Measure.class);

  /**
   * @param districts codes, in the order of the rows
   */
  FigureTable(List<String> districts) {
    this.districts = List.copyOf(districts);
    for (Measure measure : Measure.values()) {
      columns.put(measure, new long[districts.size() + 1]);
    }
  }

  void add(String district, Measure measure, long count) {
    long[] column = column(measure);
    column[districts.indexOf(district)] += count;
    column[province()] += count;
  }

  /** Row of the province: the one after the districts. */
  int province() {
    return districts.size();
  }

  List<String> districts() {
    return districts;
  }

  long value(Measure measure, int row) {
    return column(measure)[row];
  }

  /** What of a whole is in none of the parts that are shown; nobody is shown it. */
  long rest(Measure whole, List<Measure> parts, int row) {
    return value(whole, row) - parts.stream().mapToLong(part -> value(part, row)).sum();
  }

  private long[] column(Measure measure) {
    return columns.getOrDefault(measure, new long[0]);
  }
}
