package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.event.TaskScheduled;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.jspecify.annotations.Nullable;

/** Starts a clock by the policy that is valid on the day it starts. */
@ApplicationScoped
public class ScheduleTask {
  private final Session entities;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;

  ScheduleTask(Session entities, Outbox outbox, IdSource ids, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param riskLevel null for steps that do not depend on it
   * @param from when the clock starts: the time the thing happened, not the time it was entered
   */
  public record Command(
      UUID caseId,
      UUID unitId,
      String districtCode,
      @Nullable UUID ownerId,
      String kind,
      @Nullable String riskLevel,
      Instant from) {}

  private record Policy(UUID id, int hours) {}

  /** Schedules nothing when no policy covers the step, as for risk level none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void handle(Command command) {
    policy(command).ifPresent(policy -> schedule(command, policy));
  }

  private void schedule(Command command, Policy policy) {
    Task task =
        Task.scheduled(
            ids.next(),
            command,
            policy.id(),
            command.from().plus(Duration.ofHours(policy.hours())),
            clock.instant());
    entities.persist(task);
    String caseId = task.caseId().toString();
    outbox.append(
        new OutboxEvent(
            TaskScheduled.TYPE,
            "task",
            task.id().toString(),
            task.version(),
            caseId,
            command.from(),
            new TaskScheduled(
                task.id(),
                task.caseId(),
                task.districtCode(),
                task.unitId(),
                task.kind(),
                task.dueAt())));
  }

  private Optional<Policy> policy(Command command) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select id, hours from deadline_policy
                 where task_kind = :kind and (risk_level = :risk or risk_level is null)
                   and valid_from <= :day and (valid_to is null or valid_to > :day)
                 order by risk_level nulls last, valid_from desc limit 1""",
                Object[].class)
            .setParameter("kind", command.kind())
            .setParameter("risk", command.riskLevel(), String.class)
            .setParameter("day", KarachiTime.day(command.from()))
            .getResultList();
    return rows.stream().findFirst().map(row -> new Policy((UUID) row[0], (Integer) row[1]));
  }
}
