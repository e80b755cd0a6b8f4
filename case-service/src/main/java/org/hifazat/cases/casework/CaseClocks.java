package org.hifazat.cases.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.Task;
import org.jspecify.annotations.Nullable;

/** Starts and stops the clocks of one case, at its own risk and for its own people. */
@ApplicationScoped
public class CaseClocks {
  private final ScheduleTask schedule;
  private final OpenTasks open;

  CaseClocks(ScheduleTask schedule, OpenTasks open) {
    this.schedule = schedule;
    this.open = open;
  }

  /** By policy; empty when the policy has no time for it at this risk. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Task> start(CaseFile file, String kind, Instant from) {
    return schedule.handle(command(file, file.ownerId().orElse(null), kind, from));
  }

  /** The same, for many cases at once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void startAll(List<CaseFile> files, String kind, Instant from) {
    schedule.handleAll(
        files.stream()
            .map(file -> command(file, file.ownerId().orElse(null), kind, from))
            .toList());
  }

  /** By policy, for one part of the case. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Task> start(CaseFile file, String kind, UUID subject, Instant from) {
    return schedule.handle(command(file, file.ownerId().orElse(null), kind, from).about(subject));
  }

  /** When the policy would have it done at the latest. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Instant> latest(CaseFile file, String kind, Instant from) {
    return schedule.latest(command(file, file.ownerId().orElse(null), kind, from));
  }

  /** At a time people agreed on, for one part of the case. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Task agree(
      CaseFile file, @Nullable UUID owner, String kind, UUID subject, Instant from, Instant due) {
    return schedule.agreed(command(file, owner, kind, from).about(subject), due);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public boolean runs(CaseFile file, String kind) {
    return open.isOpen(file.id(), kind);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public boolean runs(CaseFile file, String kind, UUID subject) {
    return open.isOpen(file.id(), kind, subject);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void met(CaseFile file, String kind, Instant at) {
    open.met(file.id(), kind, at);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void met(CaseFile file, String kind, UUID subject, Instant at) {
    open.met(file.id(), kind, subject, at);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void drop(CaseFile file, String kind) {
    open.supersede(file.id(), kind);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void drop(CaseFile file, String kind, UUID subject) {
    open.supersede(file.id(), kind, subject);
  }

  /** What is due on a day has that whole day, in Pakistan. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(KarachiTime.ZONE).toInstant();
  }

  private static ScheduleTask.Command command(
      CaseFile file, @Nullable UUID owner, String kind, Instant from) {
    return new ScheduleTask.Command(
        file.id(),
        file.unitId(),
        file.districtCode(),
        owner,
        kind,
        file.riskLevel().map(RiskLevel::label).orElse(null),
        from);
  }
}
