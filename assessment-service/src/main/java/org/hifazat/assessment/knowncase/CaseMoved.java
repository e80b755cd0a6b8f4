package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code org.hifazat.cases.case-moved.v1}. */
record CaseMoved(UUID caseId, String to, Instant movedAt) {}
