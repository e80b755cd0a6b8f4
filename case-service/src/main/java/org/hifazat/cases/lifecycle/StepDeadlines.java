package org.hifazat.cases.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.EpisodeBegun;
import org.hifazat.cases.casefile.EpisodeEnded;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.jspecify.annotations.Nullable;

/** Which clocks a step stops and starts; how long each runs is policy. */
@ApplicationScoped
public class StepDeadlines {
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

  /** The case has its first level of risk: what comes next runs from the episode's beginning. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void firstAssessed(CaseFile file) {
    start(file, TaskKind.COMPREHENSIVE_ASSESSMENT, file.episodeOpenedAt());
    start(file, TaskKind.CASE_PLAN, file.episodeOpenedAt());
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
        begun.fire(new EpisodeBegun(file));
      }
    }
  }

  /** At most one clock of a kind runs. */
  private void start(CaseFile file, String kind, Instant from) {
    openTasks.supersede(file.id(), kind);
    schedule.handle(
        new ScheduleTask.Command(
            file.id(),
            file.unitId(),
            file.districtCode(),
            file.ownerId().orElse(null),
            kind,
            riskOf(file),
            from));
  }

  private static @Nullable String riskOf(CaseFile file) {
    return file.riskLevel().map(level -> level.label()).orElse(null);
  }
}
