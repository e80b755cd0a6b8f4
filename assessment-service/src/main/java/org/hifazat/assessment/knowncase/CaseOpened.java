package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code org.hifazat.cases.case-opened.v1}. */
record CaseOpened(UUID caseId, UUID unitId, UUID ownerId, Instant openedAt) {}
