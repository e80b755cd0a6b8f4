package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.approval.RequestApproval;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Steps;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Proposes to end the case and asks the supervisor, in one; approving it closes the case. */
@ApplicationScoped
public class ProposeClosure {
  private final Session entities;
  private final CaseFiles files;
  private final ClosureReasons reasons;
  private final ClosureWords words;
  private final ClosureApproval kind;
  private final RequestApproval approvals;
  private final Steps steps;
  private final Relations relations;
  private final Access access;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  ProposeClosure(
      Session entities,
      CaseFiles files,
      ClosureReasons reasons,
      ClosureWords words,
      ClosureApproval kind,
      RequestApproval approvals,
      Steps steps,
      Relations relations,
      Access access,
      IdempotentCreation creation,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.reasons = reasons;
    this.words = words;
    this.kind = kind;
    this.approvals = approvals;
    this.steps = steps;
    this.relations = relations;
    this.access = access;
    this.creation = creation;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param reason code of closure-reason that a worker may choose
   * @param summary why, in words
   * @param goals met, partly-met or not-met; null where there was no plan
   * @param contact how child and family reach the unit again
   * @param childNotInformed why the child was not told: too-young, not-found, danger, child-died
   * @param review of the critical incident, where the reason asks for it
   */
  public record Command(
      UUID caseId,
      Instant happenedAt,
      String reason,
      String summary,
      @Nullable String goals,
      boolean childInformed,
      @Nullable String childNotInformed,
      boolean caregiverInformed,
      @Nullable String contact,
      Optional<Review> review) {}

  /**
   * A review of the critical incident.
   *
   * @param ledBy who led it, in words
   */
  public record Review(LocalDate heldOn, String ledBy, String finding) {}

  /** What was made, or made before by the same request. */
  public record Proposed(Created created, CaseClosure closure) {}

  /**
   * @throws ProblemException not-found, forbidden, case-closed, in-the-future, before-last-step,
   *     code-unknown, closure-rule with what is missing, approval-pending, or one of idempotent
   *     creation
   */
  @Transactional
  public Proposed handle(Command command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey, CaseOperation.PROPOSE_CLOSURE.name(), command, () -> propose(command));
    CaseClosure closure = entities.find(CaseClosure.class, created.id());
    if (closure == null) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return new Proposed(created, closure);
  }

  private Created propose(Command command) {
    CaseFiles.WithChild found =
        files
            .withChild(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    CaseFile file = found.file();
    access.require(CaseOperation.PROPOSE_CLOSURE, relations.to(file), "case", file.id());
    files.hold(file);
    steps.refuseImpossible(file, Step.CLOSE, command.happenedAt());
    refuseImpossibleTimes(command);
    ClosureRule rule =
        reasons
            .chosenByWorkers(command.reason(), KarachiTime.day(command.happenedAt()))
            .orElseThrow(() -> new ProblemException(CaseProblem.CODE_UNKNOWN));
    reasons.refuseMissing(
        rule,
        found,
        command.happenedAt(),
        new ClosureReasons.Said(
            command.review().isPresent(), command.childInformed(), command.childNotInformed()));
    if (reasons.isProposed(file.id())) {
      throw new ProblemException(CaseProblem.APPROVAL_PENDING);
    }
    UUID by = callers.current().staffId().orElseThrow();
    CaseClosure closure =
        CaseClosure.proposed(
            ids.next(),
            file,
            command,
            rule.minAttempts() == 0 ? List.of() : reasons.attempts(file),
            by,
            clock.instant());
    words.seal(file.childId(), closure, command.summary(), command.contact());
    command.review().ifPresent(review -> words.seal(file.childId(), closure, review));
    entities.persist(closure);
    entities.flush();
    approvals.handle(file, kind, command.happenedAt(), null);
    audit.performed(CaseOperation.PROPOSE_CLOSURE.name(), "case", file.id(), closure.reason());
    return Created.now(
        closure.id(), URI.create("/v1/cases/" + file.id() + "/closures/" + closure.id()));
  }

  private void refuseImpossibleTimes(Command command) {
    LocalDate today = KarachiTime.day(clock.instant());
    if (command.review().filter(review -> review.heldOn().isAfter(today)).isPresent()) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
  }
}
