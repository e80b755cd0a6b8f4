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

/** Starts a clock: by the policy valid on the day it starts, or for a time people agreed on. */
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
   * @param subjectId what of the case is to be done, where the kind alone does not say it
   */
  public record Command(
      UUID caseId,
      UUID unitId,
      String districtCode,
      @Nullable UUID ownerId,
      String kind,
      @Nullable String riskLevel,
      Instant from,
      @Nullable UUID subjectId) {

    public Command(
        UUID caseId,
        UUID unitId,
        String districtCode,
        @Nullable UUID ownerId,
        String kind,
        @Nullable String riskLevel,
        Instant from) {
      this(caseId, unitId, districtCode, ownerId, kind, riskLevel, from, null);
    }

    /** The same clock, about one action, contact or other part of the case. */
    public Command about(UUID subject) {
      return new Command(caseId, unitId, districtCode, ownerId, kind, riskLevel, from, subject);
    }
  }

  private record Policy(UUID id, int hours) {}

  /** Schedules nothing when no policy covers the step, as for risk level none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Task> handle(Command command) {
    return policy(command).map(policy -> schedule(command, policy.id(), dueAt(command, policy)));
  }

  /** The time was chosen with the people concerned; no policy sets it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Task agreed(Command command, Instant dueAt) {
    return schedule(command, null, dueAt);
  }

  /** When the policy would have it done at the latest; empty when no policy covers the step. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Instant> latest(Command command) {
    return policy(command).map(policy -> dueAt(command, policy));
  }

  private static Instant dueAt(Command command, Policy policy) {
    return command.from().plus(Duration.ofHours(policy.hours()));
  }

  private Task schedule(Command command, @Nullable UUID policyId, Instant dueAt) {
    Task task = Task.scheduled(ids.next(), command, policyId, dueAt, clock.instant());
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
    return task;
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
