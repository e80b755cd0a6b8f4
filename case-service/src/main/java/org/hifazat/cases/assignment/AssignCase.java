package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseEvents;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A supervisor makes a worker of the unit responsible for a case. */
@ApplicationScoped
public class AssignCase {
  private final Session entities;
  private final ReachCase reach;
  private final FutureOwner owners;
  private final OpenTasks tasks;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  AssignCase(
      Session entities,
      ReachCase reach,
      FutureOwner owners,
      OpenTasks tasks,
      FieldCipher cipher,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.owners = owners;
    this.tasks = tasks;
    this.cipher = cipher;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the case, from If-Match
   * @param handover what the next owner has to know; needed where somebody else had the case
   * @param reason why this worker in spite of the load; needed from the policy's limit on
   */
  public record Command(
      UUID caseId,
      long expectedVersion,
      UUID ownerId,
      Instant happenedAt,
      @Nullable String handover,
      @Nullable String reason) {}

  /**
   * @param caseload what the new owner had before this case
   */
  public record Assigned(CaseFile file, @Nullable UUID previousOwner, Caseload caseload) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, case-closed, in-the-future,
   *     before-last-step, already-owner, colleague-unknown, owner-not-certified, owner-not-named,
   *     handover-needed, caseload-reason-needed or caseload-approval-needed
   */
  @Transactional
  public Assigned handle(Command command) {
    CaseFile file = reach.to(CaseOperation.ASSIGN_CASE, command.caseId()).file();
    Preconditions.check(command.expectedVersion(), file.version());
    Gates.requireOpen(file);
    refuseWhatCannotBe(command, file);
    Caseload load =
        owners.require(
            file.unitId(), command.ownerId(), command.reason(), file.namedIds().orElse(null));
    UUID previous = file.ownerId().orElse(null);
    boolean stoodIn = tasks.isOpen(file.id(), TaskKind.OWNERSHIP_NEEDED);
    if (previous != null && !stoodIn && isBlank(command.handover())) {
      throw new ProblemException(CaseProblem.HANDOVER_NEEDED);
    }
    change(command, file, load);
    tasks.met(file.id(), TaskKind.OWNERSHIP_NEEDED, command.happenedAt());
    tasks.follow(file.id(), previous, command.ownerId());
    return new Assigned(file, previous, load);
  }

  private void refuseWhatCannotBe(Command command, CaseFile file) {
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (command.happenedAt().isBefore(file.ownedSince())) {
      throw new ProblemException(CaseProblem.BEFORE_LAST_STEP);
    }
    if (file.ownerId().filter(command.ownerId()::equals).isPresent()) {
      throw new ProblemException(CaseProblem.ALREADY_OWNER);
    }
  }

  private void change(Command command, CaseFile file, Caseload load) {
    Instant now = clock.instant();
    UUID id = ids.next();
    entities.persist(
        OwnerChange.of(
            id,
            file.id(),
            file.ownerId().orElse(null),
            new OwnerChange.Act(
                command.ownerId(),
                callers.current().staffId().orElseThrow(),
                command.happenedAt(),
                now),
            new OwnerChange.Load(load.open(), load.band().label()),
            new OwnerChange.Words(
                seal(file.childId(), OwnerChange.HANDOVER, id, command.handover()),
                seal(file.childId(), OwnerChange.REASON, id, command.reason()))));
    Optional<UUID> previous = file.ownerId();
    file.giveTo(command.ownerId(), command.happenedAt());
    entities.flush();
    outbox.append(CaseEvents.assigned(file, previous.orElse(null), now));
    timeline.happened(
        file.id(), "case-assigned", command.happenedAt(), id, command.ownerId().toString());
    audit.performed(
        CaseOperation.ASSIGN_CASE.name(),
        "case",
        file.id(),
        command.ownerId().toString(),
        load.band().label());
  }

  private byte @Nullable [] seal(UUID child, String field, UUID row, @Nullable String words) {
    return words == null ? null : cipher.encrypt(child, field, row, words);
  }

  private static boolean isBlank(@Nullable String words) {
    return words == null || words.isBlank();
  }
}
