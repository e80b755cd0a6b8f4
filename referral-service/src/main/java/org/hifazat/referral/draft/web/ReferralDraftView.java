package org.hifazat.referral.draft.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.web.ETags;
import org.hifazat.referral.draft.DraftState;
import org.hifazat.referral.requests.ReferralStatus;

/**
 * A referral that is being written.
 *
 * @param status draft
 * @param until when it is removed if nobody saves it again
 * @param etag its entity tag
 */
public record ReferralDraftView(
    UUID id,
    UUID caseId,
    String status,
    DraftPart content,
    UUID startedBy,
    Instant startedAt,
    UUID savedBy,
    Instant savedAt,
    Instant until,
    String etag) {

  static ReferralDraftView of(DraftState draft) {
    return new ReferralDraftView(
        draft.id(),
        draft.caseId(),
        ReferralStatus.DRAFT.label(),
        DraftPart.of(draft.content()),
        draft.startedBy(),
        draft.startedAt(),
        draft.savedBy(),
        draft.savedAt(),
        draft.until(),
        ETags.of(draft.version()));
  }
}
