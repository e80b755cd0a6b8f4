package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.deadline.Deadlines;
import org.hifazat.cases.deadline.Marks;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.jspecify.annotations.Nullable;

/** Starts a clock: by the policy valid on the day it starts, or for a time people agreed on. */
@ApplicationScoped
public class ScheduleTask {
  private final Session entities;
  private final Deadlines deadlines;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;

  ScheduleTask(Session entities, Deadlines deadlines, Outbox outbox, IdSource ids, Clock clock) {
    this.entities = entities;
    this.deadlines = deadlines;
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

  /** Schedules nothing when no policy covers the step, as for risk level none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Task> handle(Command command) {
    return marks(command).map(marks -> schedule(command, marks));
  }

  /** Many at once; the policy is asked once for each level of risk. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void handleAll(List<Command> commands) {
    Map<Step, Optional<Marks>> known = new HashMap<>();
    List<OutboxEvent> events = new ArrayList<>();
    for (Command command : commands) {
      known
          .computeIfAbsent(Step.of(command), step -> marks(command))
          .ifPresent(marks -> events.add(scheduled(command, marks)));
    }
    outbox.appendAll(events);
  }

  /** What a deadline depends on. */
  private record Step(String kind, @Nullable String riskLevel, Instant from) {
    static Step of(Command command) {
      return new Step(command.kind(), command.riskLevel(), command.from());
    }
  }

  private OutboxEvent scheduled(Command command, Marks marks) {
    return TaskEvents.scheduled(made(command, marks), command.from());
  }

  /** The time was chosen with the people concerned; no policy sets it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Task agreed(Command command, Instant dueAt) {
    return schedule(command, Marks.agreed(command.from(), dueAt));
  }

  /** When the policy would have it done at the latest; empty when no policy covers the step. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Instant> latest(Command command) {
    return marks(command).map(Marks::dueAt);
  }

  private Optional<Marks> marks(Command command) {
    return deadlines.of(command.kind(), command.riskLevel(), command.from());
  }

  private Task schedule(Command command, Marks marks) {
    Task task = made(command, marks);
    outbox.append(TaskEvents.scheduled(task, command.from()));
    return task;
  }

  private Task made(Command command, Marks marks) {
    Task task = Task.scheduled(ids.next(), command, marks, clock.instant());
    entities.persist(task);
    return task;
  }
}
