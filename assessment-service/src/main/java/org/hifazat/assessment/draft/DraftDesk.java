package org.hifazat.assessment.draft;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** A draft on the desk: found within reach, ruled on, at the version its reader saw. */
@ApplicationScoped
class DraftDesk {

  private static final String DRAFT = "assessment-draft";

  private final Session database;
  private final KnownCases cases;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;
  private final FieldCipher cipher;

  DraftDesk(
      Session database,
      KnownCases cases,
      Access access,
      CallerContext callers,
      AuditLog audit,
      FieldCipher cipher) {
    this.database = database;
    this.cases = cases;
    this.access = access;
    this.callers = callers;
    this.audit = audit;
    this.cipher = cipher;
  }

  /** The draft and the case it belongs to. */
  record Found(Draft draft, KnownCase known) {}

  /**
   * @throws ProblemException not-found when it is absent or out of reach
   */
  @Transactional(MANDATORY)
  Found toRead(AssessmentOperation operation, UUID id) {
    return within(operation, id, Optional.ofNullable(database.find(Draft.class, id)));
  }

  /**
   * Locked, so that two who save at once are told apart.
   *
   * @param ifMatch as received
   * @throws ProblemException not-found, precondition-required, stale, draft-ended, case-closed
   */
  @Transactional(MANDATORY)
  Draft toChange(AssessmentOperation operation, UUID id, long expected) {
    Found found =
        within(
            operation,
            id,
            Optional.ofNullable(database.find(Draft.class, id, LockModeType.PESSIMISTIC_WRITE)));
    if (!found.draft().isOpen()) {
      throw new ProblemException(AssessmentProblem.DRAFT_ENDED);
    }
    Preconditions.check(expected, found.draft().version());
    // What was left behind in a case that ended can still be given up.
    if (!found.known().isOpen() && operation != AssessmentOperation.DISCARD_DRAFT) {
      throw new ProblemException(AssessmentProblem.CASE_CLOSED);
    }
    return found.draft();
  }

  /** The case, for what is done to its drafts together. */
  @Transactional(MANDATORY)
  KnownCase theCase(AssessmentOperation operation, UUID caseId) {
    AccessScope scope = AccessScope.of(callers.current());
    KnownCase known =
        cases.find(scope, caseId).orElseThrow(() -> absent(operation, "case", caseId));
    access.require(operation, known.relationTo(scope), "case", caseId);
    return known;
  }

  /** Those being conducted, the one begun last first. */
  @Transactional(MANDATORY)
  List<Draft> openIn(UUID caseId) {
    return database
        .createQuery(
            "from Draft where caseId = :case and state = 'open' order by startedAt desc, id desc",
            Draft.class)
        .setParameter("case", caseId)
        .setMaxResults(100)
        .getResultList();
  }

  /** The latest of those that were given up, the last one first. */
  @Transactional(MANDATORY)
  List<Draft> discardedIn(UUID caseId) {
    return database
        .createQuery(
            "from Draft where caseId = :case and state = 'discarded' order by savedAt desc, id desc",
            Draft.class)
        .setParameter("case", caseId)
        .setMaxResults(100)
        .getResultList();
  }

  /** Why it was given up; empty when it was not, or the child was erased. */
  Optional<String> reason(Draft draft) {
    try {
      return draft
          .discardReason()
          .map(stored -> cipher.decrypt(draft.caseId(), Draft.DISCARD_REASON, draft.id(), stored));
    } catch (ErasedSubjectException erased) {
      return Optional.empty();
    }
  }

  void add(Draft draft) {
    database.persist(draft);
    database.flush();
  }

  void flush() {
    database.flush();
  }

  byte[] seal(Draft draft, String field, String words) {
    try {
      return cipher.encrypt(draft.caseId(), field, draft.id(), words);
    } catch (ErasedSubjectException erased) {
      throw absent(AssessmentOperation.SAVE_DRAFT, "case", draft.caseId());
    }
  }

  /** What was answered so far; empty when nothing was, or the draft has ended. */
  Optional<String> submission(Draft draft) {
    try {
      return draft
          .answers()
          .map(stored -> cipher.decrypt(draft.caseId(), Draft.ANSWERS, draft.id(), stored));
    } catch (ErasedSubjectException erased) {
      throw absent(AssessmentOperation.READ_DRAFT, "case", draft.caseId());
    }
  }

  private Found within(AssessmentOperation operation, UUID id, Optional<Draft> found) {
    Draft draft = found.orElseThrow(() -> absent(operation, DRAFT, id));
    AccessScope scope = AccessScope.of(callers.current());
    KnownCase known =
        cases.find(scope, draft.caseId()).orElseThrow(() -> absent(operation, DRAFT, id));
    access.require(operation, known.relationTo(scope), DRAFT, id);
    return new Found(draft, known);
  }

  private ProblemException absent(AssessmentOperation operation, String type, UUID id) {
    audit.refused(operation.name(), type, id, "not-found");
    return new ProblemException(CommonProblem.NOT_FOUND);
  }
}
