package org.hifazat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is where the staff work. */
@ApplicationScoped
public class Today {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final Clock clock;

  Today(Clock clock) {
    this.clock = clock;
  }

  public LocalDate date() {
    return LocalDate.ofInstant(clock.instant(), KARACHI);
  }
}
