package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** It was recorded whether a child is without parents and customary caregiver. */
public record SeparationRecorded(
    UUID caseId, String status, @Nullable String cause, Instant happenedAt, Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.separation-recorded.v1";
}
