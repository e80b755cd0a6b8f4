package org.hifazat.cases.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.EpisodeBegun;
import org.hifazat.cases.casefile.EpisodeEnded;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskKind;
import org.jspecify.annotations.Nullable;

/** Which clocks a step stops and starts; how long each runs is policy. */
@ApplicationScoped
public class StepDeadlines {
  /** Counted from registration, whenever the first level of risk is known. */
  private static final List<String> FROM_THE_BEGINNING =
      List.of(TaskKind.COMPREHENSIVE_ASSESSMENT, TaskKind.CASE_PLAN);

  private final ScheduleTask schedule;
  private final OpenTasks openTasks;
  private final Event<EpisodeEnded> ended;
  private final Event<EpisodeBegun> begun;

  StepDeadlines(
      ScheduleTask schedule,
      OpenTasks openTasks,
      Event<EpisodeEnded> ended,
      Event<EpisodeBegun> begun) {
    this.ended = ended;
    this.begun = begun;
    this.schedule = schedule;
    this.openTasks = openTasks;
  }

  /**
   * The case has its first level of risk: what has run since the episode's beginning is due by the
   * policy for that level from now on, counted from the same beginning.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void firstAssessed(CaseFile file) {
    FROM_THE_BEGINNING.forEach(kind -> followLevel(file, kind));
  }

  private void followLevel(CaseFile file, String kind) {
    Optional<Task> begun = openTasks.begun(file.id(), kind, file.episodeOpenedAt());
    Instant from = begun.map(Task::startedAt).orElseGet(file::episodeOpenedAt);
    boolean otherwise =
        begun
            .map(
                task ->
                    task.isOpen()
                        && schedule
                            .latest(command(file, kind, from))
                            .filter(due -> !due.equals(task.dueAt()))
                            .isPresent())
            .orElse(true);
    if (otherwise) {
      start(file, kind, from);
    }
  }

  void after(CaseFile file, Step step, boolean postClosureCheck) {
    Instant at = file.stateSince();
    switch (step) {
      case ASSESS -> {}
      case PLAN -> openTasks.met(file.id(), TaskKind.COMPREHENSIVE_ASSESSMENT, at);
      case IMPLEMENT -> openTasks.met(file.id(), TaskKind.CASE_PLAN, at);
      case REVIEW -> {}
      case REPLAN -> start(file, TaskKind.CASE_PLAN, at);
      case CLOSE -> {
        openTasks.supersedeAll(file.id());
        ended.fire(new EpisodeEnded(file));
        if (postClosureCheck) {
          start(file, TaskKind.POST_CLOSURE_CHECK, at);
        }
      }
      case REOPEN -> {
        openTasks.supersedeAll(file.id());
        start(file, TaskKind.INITIAL_ASSESSMENT, at);
        FROM_THE_BEGINNING.forEach(kind -> start(file, kind, at));
        begun.fire(new EpisodeBegun(file));
      }
    }
  }

  /** At most one clock of a kind runs. */
  private void start(CaseFile file, String kind, Instant from) {
    openTasks.supersede(file.id(), kind);
    schedule.handle(command(file, kind, from));
  }

  private static ScheduleTask.Command command(CaseFile file, String kind, Instant from) {
    return new ScheduleTask.Command(
        file.id(),
        file.unitId(),
        file.districtCode(),
        file.ownerId().orElse(null),
        kind,
        riskOf(file),
        from);
  }

  private static @Nullable String riskOf(CaseFile file) {
    return file.riskLevel().map(level -> level.label()).orElse(null);
  }
}
