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
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Records that a deadline was met, with the time it really happened. */
@ApplicationScoped
public class CompleteTask {
  private final Session entities;
  private final FieldCipher cipher;
  private final Access access;
  private final Relations relations;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  CompleteTask(
      Session entities,
      FieldCipher cipher,
      Access access,
      Relations relations,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.cipher = cipher;
    this.access = access;
    this.relations = relations;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param expectedVersion from If-Match
   */
  public record Command(
      UUID taskId, long expectedVersion, Instant happenedAt, @Nullable String note) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, task-needs-its-record, in-the-future or
   *     task-not-open
   */
  @Transactional
  public Task handle(Command command) {
    Task task =
        Optional.ofNullable(entities.find(Task.class, command.taskId()))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(
        CaseOperation.COMPLETE_TASK,
        relations.to(task.unitId(), task.ownerId().orElse(null)),
        "task",
        task.id());
    Preconditions.check(command.expectedVersion(), task.version());
    if (TaskKind.isEndedByRecord(task.kind())) {
      throw new ProblemException(CaseProblem.TASK_NEEDS_ITS_RECORD);
    }
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    String note = command.note();
    byte[] sealed =
        note == null
            ? null
            : cipher.encrypt(childOf(task.caseId()), TaskNotes.FIELD, task.id(), note);
    UUID by = callers.current().staffId().orElse(null);
    if (!task.complete(command.happenedAt(), by, sealed)) {
      throw new ProblemException(CaseProblem.TASK_NOT_OPEN);
    }
    entities.flush();
    outbox.append(TaskEvents.completed(task, command.happenedAt()));
    timeline.happened(
        task.caseId(), "task-completed", command.happenedAt(), task.id(), task.kind());
    audit.performed(CaseOperation.COMPLETE_TASK.name(), "task", task.id());
    return task;
  }

  /** A note is about the child, so it is sealed with the child's key and goes with it. */
  private UUID childOf(UUID caseId) {
    return entities
        .createQuery("select childId from CaseFile where id = :case", UUID.class)
        .setParameter("case", caseId)
        .getSingleResult();
  }
}
