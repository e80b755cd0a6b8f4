package org.hifazat.cases.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Submits something to the supervisor; what it says is frozen with the request. */
@ApplicationScoped
public class RequestApproval {
  private final Session entities;
  private final CaseFiles files;
  private final Approvables kinds;
  private final ApprovalWords words;
  private final PendingApprovals pending;
  private final Relations relations;
  private final Access access;
  private final IdempotentCreation creation;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RequestApproval(
      Session entities,
      CaseFiles files,
      Approvables kinds,
      ApprovalWords words,
      PendingApprovals pending,
      Relations relations,
      Access access,
      IdempotentCreation creation,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.kinds = kinds;
    this.words = words;
    this.pending = pending;
    this.relations = relations;
    this.access = access;
    this.creation = creation;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param note to the supervisor
   */
  public record Command(UUID caseId, String kind, Instant happenedAt, @Nullable String note) {}

  /** What was made, or made before by the same request. */
  public record Requested(Created created, Approval approval) {}

  /**
   * @throws ProblemException not-found (also for a kind that does not exist), forbidden,
   *     case-closed, in-the-future, approval-pending, approval-nothing-to-approve, a problem of the
   *     feature, or one of idempotent creation
   */
  @Transactional
  public Requested handle(Command command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey, CaseOperation.REQUEST_APPROVAL.name(), command, () -> request(command));
    Approval approval = entities.find(Approval.class, created.id());
    if (approval == null) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return new Requested(created, approval);
  }

  private Created request(Command command) {
    CaseFile file =
        files
            .withinReach(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.REQUEST_APPROVAL, relations.to(file), "case", file.id());
    Approvable kind =
        kinds.of(command.kind()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    Approval approval = handle(file, kind, command.happenedAt(), command.note());
    return Created.now(
        approval.id(), URI.create("/v1/cases/" + file.id() + "/approvals/" + approval.id()));
  }

  /**
   * For features whose own command asks for approval at once; the caller has checked who may.
   *
   * @throws ProblemException as {@link #handle(Command, String)}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Approval handle(
      CaseFile file, Approvable kind, Instant happenedAt, @Nullable String note) {
    files.hold(file);
    Gates.requireOpen(file);
    Instant now = clock.instant();
    if (happenedAt.isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (pending.of(file.id(), kind.kind()).isPresent()) {
      throw new ProblemException(CaseProblem.APPROVAL_PENDING);
    }
    Approvable.Submission submission = kind.submit(file);
    UUID by = callers.current().staffId().orElseThrow();
    Approval approval =
        Approval.requested(ids.next(), file, kind.kind(), submission, by, happenedAt, now);
    words.seal(file.childId(), approval, submission.content(), note);
    entities.persist(approval);
    entities.flush();
    timeline.happened(file.id(), "approval-requested", happenedAt, approval.id(), kind.kind());
    audit.performed(CaseOperation.REQUEST_APPROVAL.name(), "approval", approval.id(), kind.kind());
    return approval;
  }
}
