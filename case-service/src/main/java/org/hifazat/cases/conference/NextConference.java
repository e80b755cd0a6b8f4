package org.hifazat.cases.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskKind;

/**
 * Sees to it that a child in danger is talked over again in time: about weekly in emergencies, as
 * the Inter-Agency Guidelines for Case Management and Child Protection (2014) ask. Which risk asks
 * for it is policy.
 */
@ApplicationScoped
public class NextConference {
  private static final String KIND = TaskKind.CASE_CONFERENCE;

  private final CaseClocks clocks;
  private final OpenTasks open;

  NextConference(CaseClocks clocks, OpenTasks open) {
    this.clocks = clocks;
    this.open = open;
  }

  /** A clock that runs goes on, unless the new level asks for an earlier one, or for none. */
  void whenRisk(@Observes RiskSet risk) {
    Optional<Task> running = open.ofTheWholeCase(risk.file().id(), KIND);
    Optional<Instant> due = clocks.latest(risk.file(), KIND, risk.at());
    boolean inTime =
        due.isPresent() && running.filter(task -> !task.dueAt().isAfter(due.get())).isPresent();
    if (!inTime) {
      running.ifPresent(task -> open.supersede(List.of(task)));
      clocks.start(risk.file(), KIND, risk.at());
    }
  }

  /** The next one is counted from this one; minutes of one before the clock began meet nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  void held(CaseFile file, Instant at) {
    Optional<Task> running = open.ofTheWholeCase(file.id(), KIND);
    if (running.filter(task -> task.startedAt().isAfter(at)).isEmpty()) {
      running.ifPresent(task -> open.met(task, at));
      clocks.start(file, KIND, at);
    }
  }

  /** The level was taken back: nothing asks for one. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void notAssessed(CaseFile file) {
    open.ofTheWholeCase(file.id(), KIND).ifPresent(task -> open.supersede(List.of(task)));
  }
}
