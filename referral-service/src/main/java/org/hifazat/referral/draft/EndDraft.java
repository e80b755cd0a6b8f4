package org.hifazat.referral.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.requests.MakeReferral;
import org.jspecify.annotations.Nullable;

/** Sends a draft, which makes it a referral of the same id, or gives it up. */
@ApplicationScoped
public class EndDraft {
  private final DraftDesk desk;
  private final MakeReferral making;
  private final IdempotentCreation creation;
  private final AuditLog audit;

  EndDraft(DraftDesk desk, MakeReferral making, IdempotentCreation creation, AuditLog audit) {
    this.desk = desk;
    this.making = making;
    this.creation = creation;
    this.audit = audit;
  }

  /**
   * @param expected the version the caller saw
   * @param authoredAt when the referral was made; the clocks run from here
   * @param previewed the mark of the preview the sender looked at
   */
  public record Sending(UUID id, long expected, Instant authoredAt, @Nullable String previewed) {}

  /**
   * Under every gate of a referral that is made at once; the draft goes in the same transaction.
   *
   * @throws ProblemException not-found, draft-sent, stale, draft-unfinished, those of {@link
   *     MakeReferral#handle}, or one of idempotent creation
   */
  @Transactional
  public Created send(Sending sending, @Nullable String idempotencyKey) {
    ReferralOperation operation = ReferralOperation.SEND_REFERRAL_DRAFT;
    desk.requireReach(operation, sending.id());
    return creation.once(idempotencyKey, operation.name(), sending, () -> become(sending));
  }

  private Created become(Sending sending) {
    ReferralOperation operation = ReferralOperation.SEND_REFERRAL_DRAFT;
    Draft draft = desk.toChange(operation, sending.id(), sending.expected());
    MakeReferral.Command asked =
        desk.opened(operation, draft)
            .asked(draft.caseId(), sending.authoredAt(), sending.previewed());
    Created created = making.ofDraft(draft.id(), asked);
    desk.remove(draft);
    audit.performed(operation.name(), DraftDesk.SUBJECT, draft.id(), "case:" + draft.caseId());
    return created;
  }

  /**
   * Nothing of it is kept, but that there was one.
   *
   * @throws ProblemException not-found, draft-sent, stale
   */
  @Transactional
  public void discard(UUID id, long expected) {
    ReferralOperation operation = ReferralOperation.DISCARD_REFERRAL_DRAFT;
    Draft draft = desk.toChange(operation, id, expected);
    desk.remove(draft);
    audit.performed(operation.name(), DraftDesk.SUBJECT, id, "case:" + draft.caseId());
  }
}
