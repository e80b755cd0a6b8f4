package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.security.CallerContext;

/**
 * The owner's supervisor is told of a high or medium risk by a task; how soon they have to look is
 * policy. Approving the assessment ends it, too.
 */
@ApplicationScoped
class SupervisorNotice {
  private static final UUID NOBODY = new UUID(0, 0);

  private final KnownDirectory directory;
  private final OpenTasks openTasks;
  private final ScheduleTask schedule;
  private final CallerContext callers;

  SupervisorNotice(
      KnownDirectory directory, OpenTasks openTasks, ScheduleTask schedule, CallerContext callers) {
    this.directory = directory;
    this.openTasks = openTasks;
    this.schedule = schedule;
    this.callers = callers;
  }

  /** A supervisor who sets the level, as when lowering it, needs no notice of it. */
  void when(@Observes RiskSet risk) {
    CaseFile file = risk.file();
    openTasks.supersede(file.id(), TaskKind.SUPERVISOR_NOTICE);
    if (callers.current().has(Role.SUPERVISOR)) {
      return;
    }
    supervisor(file)
        .ifPresent(
            supervisor ->
                schedule.handle(
                    new ScheduleTask.Command(
                        file.id(),
                        file.unitId(),
                        file.districtCode(),
                        supervisor,
                        TaskKind.SUPERVISOR_NOTICE,
                        risk.level().label(),
                        risk.at())));
  }

  /** Not who has the case, and nobody a sealed case does not name. */
  private Optional<UUID> supervisor(CaseFile file) {
    return directory.supervisorBeside(
        file.ownerId().orElse(NOBODY), file.unitId(), file.namedIds());
  }
}
