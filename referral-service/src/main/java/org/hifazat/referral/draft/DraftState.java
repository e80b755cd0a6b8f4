package org.hifazat.referral.draft;

import java.time.Instant;
import java.util.UUID;

/**
 * A draft as it may be shown.
 *
 * @param content without words of clinical items for whoever does not handle those
 * @param until when it is removed if nobody saves it again
 */
public record DraftState(
    UUID id,
    UUID caseId,
    DraftContent content,
    UUID startedBy,
    Instant startedAt,
    UUID savedBy,
    Instant savedAt,
    Instant until,
    long version) {}
