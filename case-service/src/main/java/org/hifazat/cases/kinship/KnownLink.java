package org.hifazat.cases.kinship;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link as one of its cases sees it.
 *
 * @param otherCaseId null when the other case is beyond the reader's reach
 * @param otherName the other child's name, for those who may read that case whole
 */
public record KnownLink(
    UUID id,
    String kind,
    String otherCaseNumber,
    @Nullable UUID otherCaseId,
    @Nullable String otherName,
    Instant happenedAt,
    Instant recordedAt,
    @Nullable Instant endedAt,
    long version) {}
