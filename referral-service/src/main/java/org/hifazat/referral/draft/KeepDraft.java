package org.hifazat.referral.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.requests.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was written so far. It may be unfinished, and whether it may be sent is asked when it
 * is: nobody is told of it before.
 */
@ApplicationScoped
public class KeepDraft {
  private final DraftDesk desk;
  private final DraftWords words;
  private final Reach reach;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  KeepDraft(
      DraftDesk desk,
      DraftWords words,
      Reach reach,
      IdempotentCreation creation,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.desk = desk;
    this.words = words;
    this.reach = reach;
    this.creation = creation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is begun; of a case, so that the same key is good for no other. */
  private record Beginning(UUID caseId, DraftContent content) {}

  /** The draft as it stands, also when the same request made it before. */
  public record Begun(Created created, DraftState draft) {}

  /**
   * @throws ProblemException not-found, case-closed, too-many-drafts, item-twice,
   *     clinical-by-psychologist, or one of idempotent creation
   */
  @Transactional
  public Begun begin(UUID caseId, DraftContent content, @Nullable String idempotencyKey) {
    ReferralOperation operation = ReferralOperation.START_REFERRAL_DRAFT;
    KnownCase known = reach.toCase(operation, caseId);
    Created created =
        creation.once(
            idempotencyKey,
            operation.name(),
            new Beginning(caseId, content),
            () -> begin(known, content));
    return new Begun(created, desk.shown(operation, desk.toRead(operation, created.id())));
  }

  private Created begin(KnownCase known, DraftContent content) {
    ReferralOperation operation = ReferralOperation.START_REFERRAL_DRAFT;
    DraftDesk.requireOpen(known);
    desk.requireRoom(known.caseId());
    UUID id = ids.next();
    byte[] sealed = desk.sealed(operation, known.caseId(), id, words.kept(content, List.of()));
    desk.add(new Draft(id, known.caseId(), sealed, desk.staff(), clock.instant()));
    audit.performed(operation.name(), DraftDesk.SUBJECT, id, "case:" + known.caseId());
    return Created.now(id, URI.create("/v1/referral-drafts/" + id));
  }

  /**
   * @param expected the version the caller goes on from
   * @throws ProblemException not-found, draft-sent, stale, case-closed, item-twice,
   *     clinical-by-psychologist
   */
  @Transactional
  public DraftState save(UUID id, long expected, DraftContent content) {
    ReferralOperation operation = ReferralOperation.SAVE_REFERRAL_DRAFT;
    Draft draft = desk.toChange(operation, id, expected);
    DraftContent kept = words.kept(content, desk.opened(operation, draft).items());
    draft.save(desk.sealed(operation, draft.caseId(), id, kept), desk.staff(), clock.instant());
    desk.flush();
    audit.performed(operation.name(), DraftDesk.SUBJECT, id, "case:" + draft.caseId());
    return desk.shown(operation, draft);
  }
}
