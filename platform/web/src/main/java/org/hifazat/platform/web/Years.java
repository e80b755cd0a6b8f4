package org.hifazat.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * The years a time of a request may lie in, 1 to 9999: Java reads times that PostgreSQL cannot
 * hold, and they would end as a fault of ours. Bodies are held to it by the reader of JSON; whoever
 * reads a time of a path, a query or a file asks here.
 */
public final class Years {
  private static final int FIRST = 1;
  private static final int LAST = 9999;

  private Years() {}

  public static boolean hold(LocalDate day) {
    return hold(day.getYear());
  }

  public static boolean hold(Instant at) {
    return hold(at.atOffset(ZoneOffset.UTC).getYear());
  }

  /**
   * A day as it stands in an address.
   *
   * @param pointer what the refusal names
   * @throws ProblemException invalid-value
   */
  public static LocalDate day(String text, String pointer) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (hold(day)) {
        return day;
      }
    } catch (DateTimeParseException malformed) {
      // Refused below, as a day out of range is.
    }
    throw new ProblemException(CommonProblem.INVALID_VALUE, new Violation(pointer, "date"));
  }

  private static boolean hold(int year) {
    return year >= FIRST && year <= LAST;
  }
}
