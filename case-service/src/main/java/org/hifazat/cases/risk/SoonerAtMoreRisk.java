package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.deadline.Deadlines;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskKind;

/**
 * What runs already, as the review of a plan, is due by the policy of the level that was found,
 * counted from the finding, where that is sooner. A lower level puts nothing off.
 */
@ApplicationScoped
class SoonerAtMoreRisk {
  /** Whose features see to it themselves. */
  private static final Set<String> FOLLOWED_ELSEWHERE =
      Set.of(
          TaskKind.FIRST_RESPONSE,
          TaskKind.SUPERVISOR_NOTICE,
          TaskKind.SAFETY_PLAN,
          TaskKind.FOLLOW_UP,
          TaskKind.FOLLOW_UP_AGAIN,
          TaskKind.CASE_CONFERENCE);

  private final Deadlines deadlines;
  private final OpenTasks open;
  private final ScheduleTask schedule;

  SoonerAtMoreRisk(Deadlines deadlines, OpenTasks open, ScheduleTask schedule) {
    this.deadlines = deadlines;
    this.open = open;
    this.schedule = schedule;
  }

  void when(@Observes RiskSet risk) {
    Set<String> steps = deadlines.stepsAt(risk.level().label(), risk.at());
    for (Task task : open.of(risk.file().id())) {
      if (steps.contains(task.kind()) && !FOLLOWED_ELSEWHERE.contains(task.kind())) {
        sooner(risk, task);
      }
    }
  }

  private void sooner(RiskSet risk, Task task) {
    CaseFile file = risk.file();
    ScheduleTask.Command again =
        new ScheduleTask.Command(
            file.id(),
            file.unitId(),
            file.districtCode(),
            task.ownerId().orElse(null),
            task.kind(),
            risk.level().label(),
            risk.at(),
            task.subjectId().orElse(null));
    if (schedule.latest(again).filter(due -> due.isBefore(task.dueAt())).isPresent()) {
      open.supersede(List.of(task));
      schedule.handle(again);
    }
  }
}
