package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A deadline is somebody else's, in another district where its case went there. */
@ApplicationScoped
class LearnTaskReassigned implements EventHandler<LearnTaskReassigned.TaskReassigned> {
  private final TaskFacts tasks;

  LearnTaskReassigned(TaskFacts tasks) {
    this.tasks = tasks;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TaskReassigned(UUID taskId, String districtCode) {
    TaskReassigned {
      Required.all(taskId, districtCode);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.task-reassigned.v1";
  }

  @Override
  public Class<TaskReassigned> payload() {
    return TaskReassigned.class;
  }

  @Override
  public void handle(ReceivedEvent<TaskReassigned> event) {
    tasks.move(event.payload().taskId(), event.payload().districtCode(), event.aggregateVersion());
  }
}
