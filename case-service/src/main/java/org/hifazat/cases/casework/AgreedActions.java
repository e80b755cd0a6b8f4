package org.hifazat.cases.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskQueries;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Actions people agreed on, as the tasks they become. */
@ApplicationScoped
public class AgreedActions {
  private final KnownDirectory directory;
  private final CaseClocks clocks;
  private final TaskQueries tasks;

  AgreedActions(KnownDirectory directory, CaseClocks clocks, TaskQueries tasks) {
    this.directory = directory;
    this.clocks = clocks;
    this.tasks = tasks;
  }

  /**
   * @throws ProblemException actor-unclear, or staff-unknown for somebody not of the case's unit
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireClearActors(CaseFile file, Collection<AgreedAction> actions) {
    if (actions.stream().anyMatch(action -> !action.actor().isClear())) {
      throw new ProblemException(CaseProblem.ACTOR_UNCLEAR);
    }
    Set<UUID> staff =
        actions.stream()
            .flatMap(action -> action.actor().staff().stream())
            .collect(Collectors.toSet());
    if (!directory.allWorkIn(file.unitId(), staff)) {
      throw new ProblemException(CaseProblem.STAFF_UNKNOWN);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void schedule(CaseFile file, String kind, AgreedAction action, Instant from) {
    clocks.agree(
        file, ownerOf(file, action), kind, action.id(), from, CaseClocks.endOf(action.dueOn()));
  }

  /** Whether the task already says what the action says. */
  public boolean stands(CaseFile file, Task task, AgreedAction action) {
    return task.dueAt().equals(CaseClocks.endOf(action.dueOn()))
        && Objects.equals(task.ownerId().orElse(null), ownerOf(file, action));
  }

  /** The last task of each action of this kind the case ever had, by action. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, Task> latest(UUID caseId, String kind) {
    Map<UUID, Task> latest = new HashMap<>();
    for (Task task : tasks.ofCase(caseId, kind)) {
      latest.put(task.subjectId().orElseThrow(), task);
    }
    return latest;
  }

  /** What the family or an agency does, the case's owner sees to. */
  private static @Nullable UUID ownerOf(CaseFile file, AgreedAction action) {
    return action.actor().staff().or(file::ownerId).orElse(null);
  }
}
