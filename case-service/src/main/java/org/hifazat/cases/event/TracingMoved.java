package org.hifazat.cases.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The search for a child's family took a step. */
public record TracingMoved(
    UUID caseId, @Nullable String from, String to, Instant happenedAt, Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.tracing-moved.v1";
}
