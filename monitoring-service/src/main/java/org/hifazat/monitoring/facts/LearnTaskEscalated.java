package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A deadline is so long past that the Commission is told, as a number. */
@ApplicationScoped
class LearnTaskEscalated implements EventHandler<LearnTaskEscalated.TaskEscalated> {
  private static final String COMMISSION = "commission";

  private final TaskFacts tasks;

  LearnTaskEscalated(TaskFacts tasks) {
    this.tasks = tasks;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TaskEscalated(
      UUID taskId,
      String districtCode,
      String kind,
      Instant dueAt,
      String level,
      Instant escalatedAt) {
    TaskEscalated {
      Required.all(taskId, districtCode, kind, dueAt, level, escalatedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.task-escalated.v1";
  }

  @Override
  public Class<TaskEscalated> payload() {
    return TaskEscalated.class;
  }

  @Override
  public void handle(ReceivedEvent<TaskEscalated> event) {
    TaskEscalated task = event.payload();
    if (task.level().equals(COMMISSION)) {
      tasks.longOverdue(
          task.taskId(),
          task.districtCode(),
          task.kind(),
          task.dueAt(),
          task.escalatedAt(),
          event.aggregateVersion());
    }
  }
}
