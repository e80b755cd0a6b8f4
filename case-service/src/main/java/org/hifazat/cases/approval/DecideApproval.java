package org.hifazat.cases.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Answers a request: a supervisor does, and never their own. Taking it back is the requester's. */
@ApplicationScoped
public class DecideApproval {
  private final Session entities;
  private final CaseFiles files;
  private final Approvables kinds;
  private final ApprovalWords words;
  private final PendingApprovals pending;
  private final Timeline timeline;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  DecideApproval(
      Session entities,
      CaseFiles files,
      Approvables kinds,
      ApprovalWords words,
      PendingApprovals pending,
      Timeline timeline,
      Relations relations,
      Access access,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.kinds = kinds;
    this.words = words;
    this.pending = pending;
    this.timeline = timeline;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the pending request, from If-Match
   * @param comment required when it is rejected
   * @param overrideReason why a closure goes ahead although gates are shut
   */
  public record Command(
      UUID caseId,
      String kind,
      long expectedVersion,
      boolean approved,
      Instant happenedAt,
      @Nullable String comment,
      @Nullable String overrideReason) {}

  /**
   * @throws ProblemException not-found, forbidden, approval-not-requested, stale,
   *     approval-own-request, reason-needed, in-the-future, decided-before-requested,
   *     approval-overtaken, or a problem of the feature
   */
  @Transactional
  public Approval handle(Command command) {
    CaseFile file = reachable(command.caseId(), CaseOperation.DECIDE_APPROVAL);
    files.hold(file);
    Approvable kind = kind(command.kind());
    Approval approval = requested(file, kind, command.expectedVersion());
    UUID by = callers.current().staffId().orElseThrow();
    refuseWhatCannotBe(command, approval, by);
    if (command.approved() && kind.isOvertaken(file, approval.subjectId())) {
      throw new ProblemException(CaseProblem.APPROVAL_OVERTAKEN);
    }
    approval.decide(
        command.approved(),
        by,
        command.happenedAt(),
        clock.instant(),
        words.comment(file.childId(), approval.id(), command.comment()));
    entities.flush();
    kind.decided(
        file,
        new Approvable.Decision(
            approval.id(),
            approval.subjectId(),
            command.approved(),
            by,
            approval.requestedAt(),
            command.happenedAt(),
            command.overrideReason()));
    timeline.happened(
        file.id(),
        "approval-decided",
        command.happenedAt(),
        approval.id(),
        approval.kind(),
        approval.state());
    audit.performed(
        CaseOperation.DECIDE_APPROVAL.name(),
        "approval",
        approval.id(),
        approval.kind(),
        approval.state());
    return approval;
  }

  private void refuseWhatCannotBe(Command command, Approval approval, UUID by) {
    if (approval.requestedBy().equals(by)) {
      throw new ProblemException(CaseProblem.APPROVAL_OWN_REQUEST);
    }
    if (!command.approved() && (command.comment() == null || command.comment().isBlank())) {
      throw new ProblemException(CaseProblem.REASON_NEEDED);
    }
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (command.happenedAt().isBefore(approval.requestedAt())) {
      throw new ProblemException(CaseProblem.DECIDED_BEFORE_REQUESTED);
    }
  }

  /**
   * The requester takes the request back.
   *
   * @throws ProblemException not-found, forbidden, approval-not-requested, stale or
   *     approval-not-yours
   */
  @Transactional
  public Approval withdraw(UUID caseId, String kindName, long expectedVersion) {
    CaseFile file = reachable(caseId, CaseOperation.REQUEST_APPROVAL);
    Approvable kind = kind(kindName);
    Approval approval = requested(file, kind, expectedVersion);
    if (!approval.requestedBy().equals(callers.current().staffId().orElseThrow())) {
      throw new ProblemException(CaseProblem.APPROVAL_NOT_YOURS);
    }
    pending.withdraw(file, approval);
    entities.flush();
    timeline.happened(
        file.id(), "approval-withdrawn", clock.instant(), approval.id(), approval.kind());
    audit.performed(
        CaseOperation.REQUEST_APPROVAL.name(),
        "approval",
        approval.id(),
        approval.kind(),
        approval.state());
    return approval;
  }

  private CaseFile reachable(UUID caseId, CaseOperation operation) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(operation, relations.to(file), "case", file.id());
    return file;
  }

  private Approvable kind(String name) {
    return kinds.of(name).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private Approval requested(CaseFile file, Approvable kind, long expectedVersion) {
    Approval approval =
        pending
            .of(file.id(), kind.kind())
            .orElseThrow(() -> new ProblemException(CaseProblem.APPROVAL_NOT_REQUESTED));
    Preconditions.check(expectedVersion, approval.version());
    return approval;
  }
}
