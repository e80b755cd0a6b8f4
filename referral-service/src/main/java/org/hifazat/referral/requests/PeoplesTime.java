package org.hifazat.referral.requests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times that people tell are compared to the minute, because that is how they tell them. */
public final class PeoplesTime {
  private PeoplesTime() {}

  public static boolean isBefore(Instant told, Instant earlier) {
    return told.isBefore(earlier.truncatedTo(ChronoUnit.MINUTES));
  }
}
