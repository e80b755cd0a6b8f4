package org.hifazat.monitoring.tally;

import java.time.YearMonth;
import java.util.Comparator;

/** Where something counts. */
public record Count(String districtCode, YearMonth month, Measure measure)
    implements Comparable<Count> {
  private static final Comparator<Count> ORDER =
      Comparator.comparing(Count::districtCode)
          .thenComparing(Count::month)
          .thenComparing(Count::measure);

  @Override
  public int compareTo(Count other) {
    return ORDER.compare(this, other);
  }
}
