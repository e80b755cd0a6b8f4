package org.hifazat.cases.task;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.telling.TellOnce;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * Tells of open tasks in time: the owner before the deadline, the supervisor at it, the Commission
 * when it is long past. Each is told once; one instance of the service does it at a time.
 */
@ApplicationScoped
public class EscalateTasks {
  private static final String JOB = "task-escalation";

  private final Session entities;
  private final TellOnce once;
  private final Outbox outbox;
  private final Timeline timeline;
  private final CallerContext callers;

  EscalateTasks(
      Session entities, TellOnce once, Outbox outbox, Timeline timeline, CallerContext callers) {
    this.entities = entities;
    this.once = once;
    this.outbox = outbox;
    this.timeline = timeline;
    this.callers = callers;
  }

  @Scheduled(
      identity = "escalation",
      every = "${hifazat.deadlines.look-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    tellAll();
  }

  /** Everything that is due to be told now; returns how much was. */
  public int tellAll() {
    return callers.as(Caller.system("escalation"), this::allLevels);
  }

  private int allLevels() {
    int told = 0;
    for (Escalation level : Escalation.values()) {
      TellOnce.Due due =
          new TellOnce.Due("task", "state = 'open'", level.dueColumn(), level.doneColumn());
      told += once.all(JOB, due, (ids, now) -> tell(level, ids, now));
    }
    return told;
  }

  private void tell(Escalation level, List<UUID> ids, Instant now) {
    List<Task> tasks =
        entities
            .createQuery("from Task where id in :ids order by dueAt, id", Task.class)
            .setParameter("ids", ids)
            .getResultList();
    for (Task task : tasks) {
      // A reminder that comes after the deadline has nothing left to remind of.
      if (level != Escalation.REMINDER || task.dueAt().isAfter(now)) {
        outbox.append(TaskEvents.escalated(task, level, now));
      }
      if (level != Escalation.REMINDER) {
        timeline.happened(
            task.caseId(), "task-escalated", now, task.id(), task.kind(), level.label());
      }
    }
  }
}
