package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A deadline was met, or met late. */
@ApplicationScoped
class LearnTaskDone implements EventHandler<LearnTaskDone.TaskCompleted> {
  private final TaskFacts tasks;

  LearnTaskDone(TaskFacts tasks) {
    this.tasks = tasks;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TaskCompleted(
      UUID taskId, String districtCode, String kind, Instant dueAt, Instant completedAt) {
    TaskCompleted {
      Required.all(taskId, districtCode, kind, dueAt, completedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.task-completed.v1";
  }

  @Override
  public Class<TaskCompleted> payload() {
    return TaskCompleted.class;
  }

  @Override
  public void handle(ReceivedEvent<TaskCompleted> event) {
    TaskCompleted task = event.payload();
    tasks.learn(
        task.taskId(),
        task.districtCode(),
        task.kind(),
        task.dueAt(),
        task.completedAt(),
        event.aggregateVersion());
  }
}
