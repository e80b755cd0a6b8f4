package org.hifazat.referral.draft.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.web.ETags;
import org.hifazat.referral.draft.DraftContent;
import org.hifazat.referral.draft.DraftState;
import org.hifazat.referral.requests.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * What of a draft stands in a case's list.
 *
 * @param caseId another one where that case went into this one
 * @param status draft
 * @param until when it is removed if nobody saves it again
 * @param etag its entity tag, to discard it from the list
 */
public record ReferralDraftLineView(
    UUID id,
    UUID caseId,
    String status,
    @Nullable UUID serviceId,
    @Nullable UUID recipientId,
    @Nullable String priority,
    @Nullable String reasonCode,
    UUID startedBy,
    Instant startedAt,
    UUID savedBy,
    Instant savedAt,
    Instant until,
    String etag) {

  static ReferralDraftLineView of(DraftState draft) {
    DraftContent content = draft.content();
    return new ReferralDraftLineView(
        draft.id(),
        draft.caseId(),
        ReferralStatus.DRAFT.label(),
        content.serviceId(),
        content.recipientId(),
        content.priority(),
        content.reasonCode(),
        draft.startedBy(),
        draft.startedAt(),
        draft.savedBy(),
        draft.savedAt(),
        draft.until(),
        ETags.of(draft.version()));
  }
}
