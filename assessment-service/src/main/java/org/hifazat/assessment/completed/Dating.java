package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.instrument.Scoring;

/** When it happened, against when it is recorded. */
@ApplicationScoped
class Dating {

  private final Clock clock;
  private final AssessmentConfig config;

  Dating(Clock clock, AssessmentConfig config) {
    this.clock = clock;
    this.config = config;
  }

  boolean isFuture(Instant conducted) {
    return conducted.isAfter(clock.instant().plus(config.clockTolerance()));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), config.zone());
  }

  /** A form filled around midnight on a device in another zone may be a day off; no more. */
  boolean differs(Scoring.Scored scored, Instant conducted) {
    LocalDate day = LocalDate.ofInstant(conducted, config.zone());
    return scored
        .conductedOn()
        .filter(on -> Math.abs(ChronoUnit.DAYS.between(on, day)) > 1)
        .isPresent();
  }

  /** Both times as stored: microseconds, and never recorded before it happened. */
  Assessment.Times times(Instant conducted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant happened = conducted.truncatedTo(ChronoUnit.MICROS);
    return new Assessment.Times(happened.isAfter(now) ? now : happened, now);
  }
}
