package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of a closing or reopening of a case. */
record CaseTurned(UUID caseId, @Nullable Instant closedAt, @Nullable Instant reopenedAt) {}
