package org.hifazat.cases.caserequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.assignment.AssignCase;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.cases.transfer.ProposeTransfer;
import org.hifazat.cases.transfer.TransferKind;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The supervisor of the case's unit says yes or no to who asked for a case. Yes is an assignment
 * within the unit and the proposal of a transfer to another one, under the rules of either.
 */
@ApplicationScoped
public class AnswerAsker {
  private final Session entities;
  private final ReachCase reach;
  private final AssignCase assigning;
  private final ProposeTransfer proposing;
  private final OpenTasks tasks;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  AnswerAsker(
      Session entities,
      ReachCase reach,
      AssignCase assigning,
      ProposeTransfer proposing,
      OpenTasks tasks,
      FieldCipher cipher,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.assigning = assigning;
    this.proposing = proposing;
    this.tasks = tasks;
    this.cipher = cipher;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the request, from If-Match
   * @param words what the next owner, or the other unit before it accepts, has to know
   * @param loadReason why this worker in spite of the load; within the unit
   * @param transferReason code of transfer-reason; needed for another unit
   * @param overrideCode why the file moves without consent, with the text
   */
  public record Acceptance(
      UUID requestId,
      long expectedVersion,
      Instant happenedAt,
      String words,
      @Nullable String loadReason,
      @Nullable String transferReason,
      @Nullable String overrideCode,
      @Nullable String overrideText) {}

  /**
   * @throws ProblemException not-found, forbidden, case-request-answered, stale, case-request-own,
   *     in-the-future, decided-before-requested, reason-needed, or what stands against the
   *     assignment or the transfer
   */
  @Transactional
  public WantedCase accept(Acceptance command) {
    Pending pending = pending(command.requestId(), command.expectedVersion(), command.happenedAt());
    WantedCase request = pending.request();
    tasks.met(request.caseId(), TaskKind.CASE_REQUEST, request.id(), command.happenedAt());
    UUID transfer =
        pending.file().unitId().equals(request.askingUnit())
            ? assign(command, pending)
            : propose(command, pending);
    request.accept(act(command.happenedAt()), transfer);
    return told(request, command.happenedAt());
  }

  private @Nullable UUID assign(Acceptance command, Pending pending) {
    assigning.handle(
        new AssignCase.Command(
            pending.file().id(),
            pending.file().version(),
            pending.request().askedBy(),
            command.happenedAt(),
            command.words(),
            command.loadReason()));
    return null;
  }

  private UUID propose(Acceptance command, Pending pending) {
    if (command.transferReason() == null) {
      throw new ProblemException(CaseProblem.REASON_NEEDED);
    }
    WantedCase request = pending.request();
    return proposing
        .handle(
            new ProposeTransfer.Command(
                pending.file().id(),
                TransferKind.UNIT,
                command.happenedAt(),
                request.districtCode().orElse(null),
                null,
                null,
                command.transferReason(),
                command.words(),
                command.overrideCode(),
                command.overrideText(),
                request.askedBy()),
            request.id().toString())
        .transfer()
        .id();
  }

  /**
   * @param words why not, for who asked
   */
  public record Rejection(UUID requestId, long expectedVersion, Instant happenedAt, String words) {}

  /**
   * @throws ProblemException not-found, forbidden, case-request-answered, stale, case-request-own,
   *     in-the-future or decided-before-requested
   */
  @Transactional
  public WantedCase reject(Rejection command) {
    WantedCase request =
        pending(command.requestId(), command.expectedVersion(), command.happenedAt()).request();
    tasks.met(request.caseId(), TaskKind.CASE_REQUEST, request.id(), command.happenedAt());
    request.reject(
        act(command.happenedAt()),
        cipher.encrypt(request.childId(), WantedCase.ANSWER, request.id(), command.words()));
    return told(request, command.happenedAt());
  }

  private record Pending(WantedCase request, CaseFile file) {}

  /** Locked: of two who answer at once the second finds it answered. */
  private Pending pending(UUID id, long expectedVersion, Instant happenedAt) {
    WantedCase request =
        Optional.ofNullable(entities.find(WantedCase.class, id, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    CaseFile file = reach.to(CaseOperation.ANSWER_CASE_REQUEST, request.caseId()).file();
    if (!request.isPending()) {
      throw new ProblemException(CaseProblem.CASE_REQUEST_ANSWERED);
    }
    Preconditions.check(expectedVersion, request.version());
    if (callers.current().staffId().filter(request.askedBy()::equals).isPresent()) {
      throw new ProblemException(CaseProblem.CASE_REQUEST_OWN);
    }
    if (happenedAt.isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (happenedAt.isBefore(request.askedAt())) {
      throw new ProblemException(CaseProblem.DECIDED_BEFORE_REQUESTED);
    }
    return new Pending(request, file);
  }

  private WantedCase.Act act(Instant happenedAt) {
    return new WantedCase.Act(
        callers.current().staffId().orElseThrow(), happenedAt, clock.instant());
  }

  private WantedCase told(WantedCase request, Instant happenedAt) {
    entities.flush();
    timeline.happened(
        request.caseId(), "case-request-answered", happenedAt, request.id(), request.state());
    audit.performed(
        CaseOperation.ANSWER_CASE_REQUEST.name(), "case", request.caseId(), request.state());
    return request;
  }
}
