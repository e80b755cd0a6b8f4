package org.hifazat.cases.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
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
  private static final int BATCH = 200;

  private final Session entities;
  private final Outbox outbox;
  private final Timeline timeline;
  private final CallerContext callers;
  private final Clock clock;

  EscalateTasks(
      Session entities, Outbox outbox, Timeline timeline, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.timeline = timeline;
    this.callers = callers;
    this.clock = clock;
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
    return callers.as(Caller.system("escalation"), this::allBatches);
  }

  private int allBatches() {
    int told = 0;
    for (Escalation level : Escalation.values()) {
      int batch;
      do {
        batch = QuarkusTransaction.requiringNew().call(() -> batch(level));
        told += batch;
      } while (batch == BATCH);
    }
    return told;
  }

  private int batch(Escalation level) {
    if (!leads()) {
      return 0;
    }
    Instant now = clock.instant();
    List<Task> tasks = mark(level, now);
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
    return tasks.size();
  }

  private boolean leads() {
    return entities
        .createNativeQuery(
            "select pg_try_advisory_xact_lock(hashtextextended('task-escalation', 0))",
            Boolean.class)
        .getSingleResult();
  }

  /** The mark does not touch the version: nobody's change becomes stale by it. */
  private List<Task> mark(Escalation level, Instant now) {
    List<UUID> ids =
        entities
            .createNativeQuery(
                """
                update task set %2$s = :now
                 where id in (select id from task
                               where state = 'open' and %2$s is null and %1$s <= :now
                               order by %1$s, id limit :batch for update skip locked)
                returning id"""
                    .formatted(level.dueColumn(), level.doneColumn()),
                UUID.class)
            .setParameter("now", now)
            .setParameter("batch", BATCH)
            .getResultList();
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Task where id in :ids order by dueAt, id", Task.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
