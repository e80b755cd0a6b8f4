package org.hifazat.referral.draft;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.requests.Reach;
import org.jspecify.annotations.Nullable;

/** A draft on the desk: found within reach of its case, at the version its reader saw. */
@ApplicationScoped
class DraftDesk {
  static final String SUBJECT = "referral-draft";

  private final Session session;
  private final Reach reach;
  private final DraftWords words;
  private final DraftConfig config;
  private final AuditLog audit;
  private final CallerContext callers;

  DraftDesk(
      Session session,
      Reach reach,
      DraftWords words,
      DraftConfig config,
      AuditLog audit,
      CallerContext callers) {
    this.session = session;
    this.reach = reach;
    this.words = words;
    this.config = config;
    this.audit = audit;
    this.callers = callers;
  }

  /**
   * @throws ProblemException not-found when it is absent or out of reach
   */
  @Transactional(MANDATORY)
  Draft toRead(ReferralOperation operation, UUID id) {
    Draft draft = session.find(Draft.class, id);
    if (draft == null) {
      throw absent(operation, id);
    }
    known(operation, draft);
    return draft;
  }

  /**
   * Whether the caller may do this with the draft, or with the referral it became: an answer that
   * was lost is given again.
   *
   * @throws ProblemException not-found
   */
  @Transactional(MANDATORY)
  void requireReach(ReferralOperation operation, UUID id) {
    UUID caseId = caseOf(id);
    if (caseId == null) {
      reach.asSender(operation, id);
    } else {
      reach.toWhatIsOf(operation, caseId, SUBJECT, id);
    }
  }

  /**
   * Locked, so that two who save or send at once are told apart.
   *
   * @throws ProblemException not-found, draft-sent, stale, case-closed
   */
  @Transactional(MANDATORY)
  Draft toChange(ReferralOperation operation, UUID id, long expected) {
    Draft draft = session.find(Draft.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (draft == null) {
      reach.asSender(operation, id);
      throw new ProblemException(ReferralProblem.DRAFT_SENT);
    }
    KnownCase known = known(operation, draft);
    Preconditions.check(expected, draft.version());
    // What was left behind in a case that ended can still be given up.
    if (operation != ReferralOperation.DISCARD_REFERRAL_DRAFT) {
      requireOpen(known);
    }
    return draft;
  }

  static void requireOpen(KnownCase known) {
    if (known.closed()) {
      throw new ProblemException(ReferralProblem.CASE_CLOSED);
    }
  }

  /**
   * @throws ProblemException too-many-drafts
   */
  @Transactional(MANDATORY)
  void requireRoom(UUID caseId) {
    // Until the transaction ends: two who begin at once are counted one after the other.
    session
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)", String.class)
        .setParameter("what", "referral-drafts:" + caseId)
        .getResultList();
    long there =
        session
            .createQuery("select count(*) from Draft where caseId = :case", Long.class)
            .setParameter("case", caseId)
            .getSingleResult();
    if (there >= config.perCase()) {
      throw new ProblemException(ReferralProblem.TOO_MANY_DRAFTS);
    }
  }

  /**
   * Opened, as the caller reads it.
   *
   * @throws ProblemException not-found when the child was erased
   */
  @Transactional(MANDATORY)
  DraftState shown(ReferralOperation operation, Draft draft) {
    return draft.shown(words.shown(opened(operation, draft)), draft.savedAt().plus(config.kept()));
  }

  /** As it stands in a list; of an erased child that there is one. */
  DraftState line(Draft draft) {
    DraftContent codes;
    try {
      codes = words.open(draft).codes();
    } catch (ErasedSubjectException erased) {
      codes = DraftContent.nothing();
    }
    return draft.shown(codes, draft.savedAt().plus(config.kept()));
  }

  /** Opened, whole. */
  DraftContent opened(ReferralOperation operation, Draft draft) {
    try {
      return words.open(draft);
    } catch (ErasedSubjectException erased) {
      throw absent(operation, draft.id());
    }
  }

  byte[] sealed(ReferralOperation operation, UUID caseId, UUID id, DraftContent content) {
    try {
      return words.seal(caseId, id, content);
    } catch (ErasedSubjectException erased) {
      throw absent(operation, id);
    }
  }

  void add(Draft draft) {
    session.persist(draft);
    session.flush();
  }

  void remove(Draft draft) {
    session.remove(draft);
    session.flush();
  }

  void flush() {
    session.flush();
  }

  UUID staff() {
    return callers
        .current()
        .staffId()
        .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
  }

  private KnownCase known(ReferralOperation operation, Draft draft) {
    return reach.toWhatIsOf(operation, draft.caseId(), SUBJECT, draft.id());
  }

  private @Nullable UUID caseOf(UUID id) {
    List<UUID> found =
        session
            .createQuery("select caseId from Draft where id = :id", UUID.class)
            .setParameter("id", id)
            .getResultList();
    return found.isEmpty() ? null : found.getFirst();
  }

  private ProblemException absent(ReferralOperation operation, UUID id) {
    audit.refused(operation.name(), SUBJECT, id, "not-found");
    return new ProblemException(CommonProblem.NOT_FOUND);
  }
}
