package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.casework.AgreedActions;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskKind;

/** The actions of the plan in force are tasks; a new edition keeps what did not change. */
@ApplicationScoped
class PlanActions {
  private final AgreedActions actions;
  private final OpenTasks open;

  PlanActions(AgreedActions actions, OpenTasks open) {
    this.actions = actions;
    this.open = open;
  }

  /** What was done stays done; what is gone, later or somebody else's loses its old task. */
  @Transactional(Transactional.TxType.MANDATORY)
  void become(CaseFile file, PlanContent content, Instant from) {
    Map<UUID, Task> before = latest(file.id());
    Set<UUID> wanted = content.actions().map(AgreedAction::id).collect(Collectors.toSet());
    List<Task> pointless = new ArrayList<>();
    before.forEach(
        (action, task) -> {
          if (!wanted.contains(action)) {
            pointless.add(task);
          }
        });
    for (AgreedAction action : content.actions().toList()) {
      Task task = before.get(action.id());
      boolean changed = task != null && task.isOpen() && !actions.stands(file, task, action);
      if (task != null && changed) {
        pointless.add(task);
      }
      if (task == null || changed) {
        actions.schedule(file, TaskKind.PLAN_ACTION, action, from);
      }
    }
    open.supersede(pointless);
  }

  /** The last task of each action the case's plans ever had. */
  @Transactional(Transactional.TxType.MANDATORY)
  Map<UUID, Task> latest(UUID caseId) {
    return actions.latest(caseId, TaskKind.PLAN_ACTION);
  }
}
