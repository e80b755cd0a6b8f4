package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;

/** How far a goal has come. */
public record GoalProgressed(
    UUID caseId,
    String districtCode,
    UUID unitId,
    UUID planId,
    UUID goalId,
    String level,
    Instant happenedAt) {
  public static final String TYPE = "org.hifazat.cases.goal-progressed.v1";
}
