package org.hifazat.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What will have happened in one case.
 *
 * @param account who works on it
 * @param reportedAt when the report came in; everything else follows from it
 * @param hoursToTriage from the report to the case
 * @param hoursToAssessment from the case to its assessment; negative when there is none yet
 * @param likelihood and severity from 0 to 3
 * @param hoursToVisit from the assessment to the first response; negative when it is still open
 */
record PlannedCase(
    int number,
    String account,
    String districtCode,
    InventedChild child,
    String channel,
    List<String> concerns,
    String urgency,
    Instant reportedAt,
    int hoursToTriage,
    int hoursToAssessment,
    int likelihood,
    int severity,
    boolean redFlag,
    int hoursToVisit,
    boolean refer,
    boolean noConcern) {

  Instant triagedAt() {
    return reportedAt.plusSeconds(hoursToTriage * 3600L);
  }

  Instant assessedAt() {
    return triagedAt().plusSeconds(hoursToAssessment * 3600L);
  }

  Instant visitedAt() {
    return assessedAt().plusSeconds(hoursToVisit * 3600L);
  }

  Instant referredAt() {
    return assessedAt().plusSeconds(1800);
  }

  boolean assessed() {
    return hoursToAssessment >= 0;
  }

  /** Recent work of the capital's unit is carried on with a plan until today. */
  boolean carriedOn(Instant now) {
    return account.contains("peshawar")
        && visited()
        && reportedAt.isAfter(now.minus(Duration.ofDays(100)))
        && visitedAt().plus(Duration.ofDays(2)).isBefore(now);
  }

  boolean visited() {
    return assessed() && hoursToVisit >= 0;
  }
}
