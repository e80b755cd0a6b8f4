package org.hifazat.referral.knowncase;

import java.time.Instant;
import java.util.UUID;

/**
 * Told within the service when nothing of a case may be shared with an agency any more.
 *
 * @param lapsed by time or for want of a second person, not by somebody's word
 */
public record SharingEnded(UUID caseId, Recipient with, boolean lapsed, Instant endedAt) {}
