package org.hifazat.cases.task;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.event.TaskCompleted;
import org.hifazat.cases.event.TaskEscalated;
import org.hifazat.cases.event.TaskReassigned;
import org.hifazat.cases.event.TaskScheduled;
import org.hifazat.cases.event.TaskSuperseded;
import org.hifazat.platform.messaging.OutboxEvent;

/** The only place that makes events of tasks. */
final class TaskEvents {
  private TaskEvents() {}

  static OutboxEvent scheduled(Task task, Instant from) {
    return event(
        TaskScheduled.TYPE,
        task,
        from,
        new TaskScheduled(
            task.id(),
            task.caseId(),
            task.districtCode(),
            task.unitId(),
            task.kind(),
            task.dueAt()));
  }

  /** One that a merge had stopped runs again, by the same deadline. */
  static OutboxEvent runsAgain(Task task) {
    return scheduled(task, task.startedAt());
  }

  static OutboxEvent completed(Task task, Instant at) {
    return event(
        TaskCompleted.TYPE,
        task,
        at,
        new TaskCompleted(
            task.id(),
            task.caseId(),
            task.districtCode(),
            task.unitId(),
            task.kind(),
            task.dueAt(),
            at));
  }

  static OutboxEvent superseded(Task task, Instant at) {
    return event(
        TaskSuperseded.TYPE,
        task,
        at,
        new TaskSuperseded(
            task.id(),
            task.caseId(),
            task.districtCode(),
            task.unitId(),
            task.kind(),
            task.dueAt(),
            at));
  }

  static OutboxEvent reassigned(Task task, UUID owner, Instant at) {
    return event(
        TaskReassigned.TYPE,
        task,
        at,
        new TaskReassigned(
            task.id(), task.caseId(), task.districtCode(), task.unitId(), task.kind(), owner, at));
  }

  static OutboxEvent escalated(Task task, Escalation level, Instant at) {
    return event(
        TaskEscalated.TYPE,
        task,
        at,
        new TaskEscalated(
            task.id(),
            task.caseId(),
            task.districtCode(),
            task.unitId(),
            task.kind(),
            task.dueAt(),
            level.label(),
            at));
  }

  /** Keyed by the case, so that a case's events stay in order among each other. */
  private static OutboxEvent event(String type, Task task, Instant occurredAt, Object payload) {
    return new OutboxEvent(
        type,
        "task",
        task.id().toString(),
        task.version(),
        task.caseId().toString(),
        occurredAt,
        payload);
  }
}
