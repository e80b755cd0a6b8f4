package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How old a child may be, in completed months, as far as an age band tells: bands hold years, and
 * the child has grown since.
 */
public record PossibleAge(long fromMonths, long toMonths) {

  private static final int YEAR = 12;
  private static final String OPEN_END = "+";
  private static final int OLDEST = 120;

  /**
   * @param band as in 6-11 or 18+
   * @param asOf when the child was of that band
   */
  static PossibleAge of(String band, Instant asOf, Instant at) {
    long grown =
        ChronoUnit.MONTHS.between(asOf.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC));
    int from;
    int to;
    if (band.endsWith(OPEN_END)) {
      from = Integer.parseInt(band.substring(0, band.length() - 1));
      to = OLDEST;
    } else {
      from = Integer.parseInt(band.substring(0, band.indexOf('-')));
      to = Integer.parseInt(band.substring(band.indexOf('-') + 1));
    }
    return new PossibleAge(Math.max(0, from * YEAR + grown), (to + 1) * YEAR + grown);
  }
}
