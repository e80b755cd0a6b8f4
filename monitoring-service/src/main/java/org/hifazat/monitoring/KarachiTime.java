package org.hifazat.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Days and months are those of Pakistan. */
public final class KarachiTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Karachi");

  private KarachiTime() {}

  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  public static YearMonth month(Instant at) {
    return YearMonth.from(day(at));
  }

  /** The first instant of a month. */
  public static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZONE).toInstant();
  }
}
