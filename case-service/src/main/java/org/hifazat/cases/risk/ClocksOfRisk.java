package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.conference.NextConference;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;

/** Clocks of a case that got what another one knew of the child, and of one that lost it again. */
@ApplicationScoped
class ClocksOfRisk {
  private static final List<String> OF_THE_LEVEL =
      List.of(TaskKind.FIRST_RESPONSE, TaskKind.SUPERVISOR_NOTICE, TaskKind.SAFETY_PLAN);
  private static final String WHOLE = TaskKind.ASSESS + ToldAssessments.COMPREHENSIVE;

  private final ToldAssessments told;
  private final OpenTasks tasks;
  private final ScheduleTask schedule;
  private final NextConference conference;

  ClocksOfRisk(
      ToldAssessments told, OpenTasks tasks, ScheduleTask schedule, NextConference conference) {
    this.told = told;
    this.tasks = tasks;
    this.schedule = schedule;
    this.conference = conference;
  }

  /**
   * An assessment of the whole child in either case meets the task of the one that goes on.
   *
   * @return whether there was such a task, and it is met now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean assessedInBoth(CaseFile survivor) {
    Optional<ToldAssessments.Told> whole = told.comprehensive(survivor);
    if (whole.isEmpty() || !tasks.isOpen(survivor.id(), TaskKind.COMPREHENSIVE_ASSESSMENT)) {
      return false;
    }
    tasks.met(survivor.id(), TaskKind.COMPREHENSIVE_ASSESSMENT, whole.get().conductedAt());
    tasks.met(survivor.id(), WHOLE, whole.get().conductedAt());
    return true;
  }

  /** The assessment went with the merge: the case's own is due again. */
  @Transactional(Transactional.TxType.MANDATORY)
  void wholeChildAgain(CaseFile survivor) {
    if (!survivor.isClosed() && told.comprehensive(survivor).isEmpty()) {
      begin(survivor, TaskKind.COMPREHENSIVE_ASSESSMENT);
    }
  }

  /** No level, no clocks of a level; the first assessment is due as from the beginning. */
  @Transactional(Transactional.TxType.MANDATORY)
  void notAssessed(CaseFile survivor) {
    OF_THE_LEVEL.forEach(kind -> tasks.supersede(survivor.id(), kind));
    conference.notAssessed(survivor);
    begin(survivor, TaskKind.INITIAL_ASSESSMENT);
  }

  private void begin(CaseFile file, String kind) {
    if (!tasks.isOpen(file.id(), kind)) {
      schedule.handle(
          new ScheduleTask.Command(
              file.id(),
              file.unitId(),
              file.districtCode(),
              file.ownerId().orElse(null),
              kind,
              null,
              file.episodeOpenedAt()));
    }
  }
}
