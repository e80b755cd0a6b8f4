package org.hifazat.cases.approval.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.approval.Approval;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval and its answer, without what it says.
 *
 * @param state pending, approved, rejected or withdrawn
 * @param subjectId what it is about: the case for a registration, an assessment, a plan …
 * @param ownRequest the reader asked for it, and so may not decide it
 * @param etag for If-Match when deciding or withdrawing it
 */
public record ApprovalView(
    UUID id,
    UUID caseId,
    int episode,
    String kind,
    UUID subjectId,
    long subjectVersion,
    String state,
    UUID requestedBy,
    Instant requestedAt,
    Instant recordedAt,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    boolean ownRequest,
    String etag) {

  public static ApprovalView of(Approval approval, @Nullable UUID reader) {
    return new ApprovalView(
        approval.id(),
        approval.caseId(),
        approval.episode(),
        approval.kind(),
        approval.subjectId(),
        approval.subjectVersion(),
        approval.state(),
        approval.requestedBy(),
        approval.requestedAt(),
        approval.recordedAt(),
        approval.decidedBy().orElse(null),
        approval.decidedAt().orElse(null),
        approval.requestedBy().equals(reader),
        ETags.of(approval.version()));
  }
}
