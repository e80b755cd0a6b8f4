package org.hifazat.assessment.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it may be shown.
 *
 * @param answersXml what was answered so far; null in lists, and when nothing was or it has ended
 * @param assessmentId what it became
 * @param savedBy who saved, completed or discarded it last
 * @param discardReason why it was given up; null while it was not, and when the child was erased
 */
public record DraftState(
    UUID id,
    UUID caseId,
    String instrumentId,
    String instrumentVersion,
    String respondent,
    @Nullable UUID respondentId,
    UUID occasionId,
    @Nullable UUID supervisedBy,
    Instant conductedAt,
    String state,
    @Nullable String answersXml,
    @Nullable UUID assessmentId,
    UUID startedBy,
    Instant startedAt,
    UUID savedBy,
    Instant savedAt,
    @Nullable String discardReason,
    long version) {}
