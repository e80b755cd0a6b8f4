package org.hifazat.cases.task.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.task.Task;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A deadline.
 *
 * @param state open or done
 * @param startedAt when the clock began to run
 * @param remindAt when its owner is reminded, at half of the time unless the policy says otherwise
 * @param overdue due before it was done, or before now
 * @param remindedAt when its owner was reminded, before the deadline
 * @param escalatedAt when the supervisor was told that it was not done in time
 * @param commissionToldAt when the Commission was told, as a number, that it still was not
 * @param subjectId the part of the case it is about, as an action of its plan
 * @param etag for If-Match when completing it
 */
public record TaskView(
    UUID id,
    UUID caseId,
    String kind,
    Instant startedAt,
    Instant remindAt,
    Instant dueAt,
    String state,
    @Nullable Instant doneAt,
    boolean overdue,
    @Nullable Instant remindedAt,
    @Nullable Instant escalatedAt,
    @Nullable Instant commissionToldAt,
    @Nullable UUID ownerId,
    @Nullable UUID subjectId,
    String etag) {

  public static TaskView of(Task task, Instant now) {
    return new TaskView(
        task.id(),
        task.caseId(),
        task.kind(),
        task.startedAt(),
        task.remindAt(),
        task.dueAt(),
        task.state(),
        task.doneAt().orElse(null),
        task.dueAt().isBefore(task.doneAt().orElse(now)),
        task.remindedAt().orElse(null),
        task.escalatedAt().orElse(null),
        task.commissionToldAt().orElse(null),
        task.ownerId().orElse(null),
        task.subjectId().orElse(null),
        ETags.of(task.version()));
  }
}
