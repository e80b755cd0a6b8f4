package org.hifazat.referral.knowncase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told within the service when what a case shared with somebody rests on nothing any more.
 *
 * @param toldBy the event that told so: what was sent on a word told of after it rests on that and
 *     goes on; null where nothing newer can have been told of
 * @param lapsed by time or for want of a second person, not by somebody's word
 */
public record SharingEnded(
    UUID caseId, Recipient with, boolean lapsed, Instant endedAt, @Nullable UUID toldBy) {}
