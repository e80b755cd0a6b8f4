package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A deadline began to run. */
@ApplicationScoped
class LearnTask implements EventHandler<LearnTask.TaskScheduled> {
  private final TaskFacts tasks;

  LearnTask(TaskFacts tasks) {
    this.tasks = tasks;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TaskScheduled(UUID taskId, String districtCode, String kind, Instant dueAt) {
    TaskScheduled {
      Required.all(taskId, districtCode, kind, dueAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.task-scheduled.v1";
  }

  @Override
  public Class<TaskScheduled> payload() {
    return TaskScheduled.class;
  }

  @Override
  public void handle(ReceivedEvent<TaskScheduled> event) {
    TaskScheduled task = event.payload();
    tasks.learn(
        task.taskId(),
        task.districtCode(),
        task.kind(),
        task.dueAt(),
        null,
        event.aggregateVersion());
  }
}
