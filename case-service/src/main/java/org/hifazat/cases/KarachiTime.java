package org.hifazat.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of law, validity and ages are days of Pakistan. */
public final class KarachiTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Karachi");

  private KarachiTime() {}

  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  /** The moment after the day's last. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
