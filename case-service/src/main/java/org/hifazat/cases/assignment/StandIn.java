package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseEvents;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;

/**
 * A case comes back to a worker who has too many by now, or has left: a supervisor answers for it
 * until it is assigned, by the limits of every assignment. Nobody is kept from reopening it.
 */
@ApplicationScoped
public class StandIn {
  private final Session entities;
  private final KnownDirectory directory;
  private final Caseloads caseloads;
  private final OpenTasks tasks;
  private final ScheduleTask schedule;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  StandIn(
      Session entities,
      KnownDirectory directory,
      Caseloads caseloads,
      OpenTasks tasks,
      ScheduleTask schedule,
      Timeline timeline,
      Outbox outbox,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.directory = directory;
    this.caseloads = caseloads;
    this.tasks = tasks;
    this.schedule = schedule;
    this.timeline = timeline;
    this.outbox = outbox;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Who stands in.
   *
   * @param caseload what the owner has without this case
   */
  public record Needed(UUID standIn, Caseload caseload) {}

  /** Before the case is open again; empty when its owner goes on with it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Needed> neededFor(CaseFile file) {
    UUID owner = file.ownerId().orElse(null);
    if (owner == null) {
      return Optional.empty();
    }
    LocalDate today = KarachiTime.day(clock.instant());
    Caseload load = caseloads.beforeOneMore(owner, today);
    boolean goesOn =
        load.hasRoom()
            && directory.takesCases(owner, file.unitId())
            && directory.mayOwn(owner, today);
    return goesOn
        ? Optional.empty()
        : directory
            .standInFor(owner, file.unitId(), today, file.namedIds())
            .map(standIn -> new Needed(standIn, load));
  }

  /** Once it is open again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takeOver(CaseFile file, Needed needed, Instant at) {
    Instant now = clock.instant();
    UUID previous = file.ownerId().orElse(null);
    UUID id = ids.next();
    entities.persist(
        OwnerChange.of(
            id,
            file.id(),
            previous,
            new OwnerChange.Act(
                needed.standIn(), callers.current().staffId().orElseThrow(), at, now),
            new OwnerChange.Load(needed.caseload().open(), needed.caseload().band().label()),
            new OwnerChange.Words(null, null)));
    file.giveTo(needed.standIn(), at);
    entities.flush();
    outbox.append(CaseEvents.assigned(file, previous, now));
    timeline.happened(file.id(), "case-assigned", at, id, needed.standIn().toString());
    tasks.follow(file.id(), previous, needed.standIn());
    schedule.handle(
        new ScheduleTask.Command(
            file.id(),
            file.unitId(),
            file.districtCode(),
            needed.standIn(),
            TaskKind.OWNERSHIP_NEEDED,
            null,
            at));
  }
}
