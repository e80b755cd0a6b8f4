package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case was given a level of risk; fired in the transaction that learns of it.
 *
 * @param eventId of the event that told of it
 * @param previousLevel null the first time
 * @param assessmentId the assessment it follows from
 * @param setAt from when the level counts
 */
public record RiskTold(
    UUID eventId,
    UUID caseId,
    String level,
    @Nullable String previousLevel,
    UUID assessmentId,
    Instant setAt,
    Instant recordedAt) {}
