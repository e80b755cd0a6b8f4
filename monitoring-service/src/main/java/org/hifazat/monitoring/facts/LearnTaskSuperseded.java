package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A deadline was taken over by another one: it is neither met nor missed. */
@ApplicationScoped
class LearnTaskSuperseded implements EventHandler<LearnTaskSuperseded.TaskSuperseded> {
  private final TaskFacts tasks;

  LearnTaskSuperseded(TaskFacts tasks) {
    this.tasks = tasks;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TaskSuperseded(
      UUID taskId, String districtCode, String kind, Instant dueAt, Instant supersededAt) {
    TaskSuperseded {
      Required.all(taskId, districtCode, kind, dueAt, supersededAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.task-superseded.v1";
  }

  @Override
  public Class<TaskSuperseded> payload() {
    return TaskSuperseded.class;
  }

  @Override
  public void handle(ReceivedEvent<TaskSuperseded> event) {
    TaskSuperseded task = event.payload();
    tasks.forget(
        task.taskId(),
        task.districtCode(),
        task.kind(),
        task.dueAt(),
        task.supersededAt(),
        event.aggregateVersion());
  }
}
