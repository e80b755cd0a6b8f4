package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code org.hifazat.cases.follow-up-held.v1}. */
record FollowUpHeld(UUID caseId, Instant happenedAt) {}
