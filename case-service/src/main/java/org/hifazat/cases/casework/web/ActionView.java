package org.hifazat.cases.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hifazat.cases.casework.Actor;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.web.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * Who does what by when.
 *
 * @param task what it became; absent until it was approved
 * @param outcome what came of it
 */
public record ActionView(
    UUID id,
    String text,
    ActorView actor,
    LocalDate dueOn,
    @Nullable TaskView task,
    @Nullable String outcome) {

  public record ActorView(
      String kind, @Nullable UUID staffId, @Nullable UUID agencyId, @Nullable String name) {}

  /**
   * @param tasks by action
   * @param notes by task
   */
  public static ActionView of(
      AgreedAction action, Map<UUID, Task> tasks, Map<UUID, String> notes, Instant now) {
    Actor actor = action.actor();
    Task task = tasks.get(action.id());
    return new ActionView(
        action.id(),
        action.words(),
        new ActorView(actor.kind(), actor.staffId(), actor.agencyId(), actor.name()),
        action.dueOn(),
        task == null ? null : TaskView.of(task, now),
        task == null ? null : notes.get(task.id()));
  }
}
