package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hifazat.platform.messaging.Outbox;

/**
 * Tells others of clocks that were stopped or run again in one go, by a function of the database
 * and perhaps beyond the caller's own reach.
 */
@ApplicationScoped
public class StoppedTasks {
  private final Outbox outbox;

  StoppedTasks(Outbox outbox) {
    this.outbox = outbox;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void stopped(List<Task> tasks, Instant at) {
    tasks.forEach(task -> outbox.append(TaskEvents.superseded(task, at)));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void runAgain(List<Task> tasks) {
    tasks.stream().filter(Task::isOpen).forEach(task -> outbox.append(TaskEvents.runsAgain(task)));
  }
}
