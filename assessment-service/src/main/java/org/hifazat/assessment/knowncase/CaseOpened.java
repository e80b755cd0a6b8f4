package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code org.hifazat.cases.case-opened.v1}.
 *
 * @param ownerId absent while nobody owns the case: then the unit's supervisor assesses
 * @param ageBand of the child when the case was opened
 */
record CaseOpened(
    UUID caseId,
    @Nullable String caseNumber,
    UUID unitId,
    @Nullable UUID ownerId,
    Instant openedAt,
    @Nullable String ageBand) {}
