package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Gives an open task to a colleague of the same unit, with the reason. */
@ApplicationScoped
public class ReassignTask {
  private final Session entities;
  private final KnownDirectory directory;
  private final FieldCipher cipher;
  private final Access access;
  private final Relations relations;
  private final Outbox outbox;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  ReassignTask(
      Session entities,
      KnownDirectory directory,
      FieldCipher cipher,
      Access access,
      Relations relations,
      Outbox outbox,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.directory = directory;
    this.cipher = cipher;
    this.access = access;
    this.relations = relations;
    this.outbox = outbox;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param expectedVersion from If-Match
   */
  public record Command(UUID taskId, long expectedVersion, UUID ownerId, String reason) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, task-not-open, colleague-unknown or
   *     already-theirs
   */
  @Transactional
  public Task handle(Command command) {
    Task task =
        Optional.ofNullable(entities.find(Task.class, command.taskId()))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(
        CaseOperation.REASSIGN_TASK,
        relations.to(task.unitId(), task.ownerId().orElse(null)),
        "task",
        task.id());
    Preconditions.check(command.expectedVersion(), task.version());
    refuseWhatCannotBe(command, task);
    Instant now = clock.instant();
    keep(task, task.ownerId().orElse(null), command, now);
    task.giveTo(command.ownerId());
    entities.flush();
    outbox.append(TaskEvents.reassigned(task, command.ownerId(), now));
    timeline.happened(task.caseId(), "task-reassigned", now, task.id(), task.kind());
    audit.performed(
        CaseOperation.REASSIGN_TASK.name(), "task", task.id(), command.ownerId().toString());
    return task;
  }

  private void refuseWhatCannotBe(Command command, Task task) {
    if (!task.isOpen()) {
      throw new ProblemException(CaseProblem.TASK_NOT_OPEN);
    }
    if (task.ownerId().filter(command.ownerId()::equals).isPresent()) {
      throw new ProblemException(CaseProblem.ALREADY_THEIRS);
    }
    if (!directory.takesCases(command.ownerId(), task.unitId())) {
      throw new ProblemException(CaseProblem.COLLEAGUE_UNKNOWN);
    }
  }

  private void keep(Task task, @Nullable UUID from, Command command, Instant now) {
    UUID id = ids.next();
    UUID child =
        entities
            .createQuery("select childId from CaseFile where id = :case", UUID.class)
            .setParameter("case", task.caseId())
            .getSingleResult();
    entities
        .createNativeMutationQuery(
            """
            insert into task_reassignment (id, task_id, case_id, from_owner, to_owner, reason, reassigned_by, recorded_at)
            values (:id, :task, :case, :from, :to, :reason, :by, :at)""")
        .setParameter("id", id)
        .setParameter("task", task.id())
        .setParameter("case", task.caseId())
        .setParameter("from", from, UUID.class)
        .setParameter("to", command.ownerId())
        .setParameter(
            "reason", cipher.encrypt(child, "task_reassignment.reason", id, command.reason()))
        .setParameter("by", callers.current().staffId().orElseThrow())
        .setParameter("at", now)
        .executeUpdate();
  }
}
