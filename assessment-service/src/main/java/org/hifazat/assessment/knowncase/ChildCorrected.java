package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code org.hifazat.cases.child-particulars-changed.v1}. */
record ChildCorrected(UUID caseId, String ageBand, Instant happenedAt) {}
