package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskNotes;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Plans as they are read. */
@ApplicationScoped
public class PlanReading {
  private static final CaseOperation OPERATION = CaseOperation.VIEW_CASEWORK;
  private static final String PART = "case-plan";

  private final CaseDesk desk;
  private final CasePlans plans;
  private final PlanWords words;
  private final PlanActions actions;
  private final SealedWords sealed;
  private final TaskNotes notes;
  private final CaseHistory history;

  PlanReading(
      CaseDesk desk,
      CasePlans plans,
      PlanWords words,
      PlanActions actions,
      SealedWords sealed,
      TaskNotes notes,
      CaseHistory history) {
    this.desk = desk;
    this.plans = plans;
    this.words = words;
    this.actions = actions;
    this.sealed = sealed;
    this.notes = notes;
    this.history = history;
  }

  public record Progress(
      UUID id,
      UUID goalId,
      String level,
      Instant happenedAt,
      @Nullable String note,
      UUID recordedBy,
      Instant recordedAt) {}

  /**
   * One edition with what became of it.
   *
   * @param progress of all goals, oldest first
   * @param tasks the last one of each action, by action
   * @param notes what came of a task, by task
   */
  public record Whole(
      CasePlan plan,
      PlanContent content,
      List<Progress> progress,
      Map<UUID, Task> tasks,
      Map<UUID, String> notes) {}

  /**
   * An edition without its words.
   *
   * @param fromCase the number of the merged case it was made for; null for the case's own
   */
  public record Line(CasePlan plan, @Nullable String fromCase) {}

  /** Newest first, with those of merged cases. */
  @Transactional
  public List<Line> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseHistory.Parts parts = history.of(desk.toRead(OPERATION, caseId, PART));
    return plans.page(parts, after, limit).stream()
        .map(plan -> new Line(plan, parts.from(plan.caseId()).orElse(null)))
        .toList();
  }

  /** The same number of statements whatever the plan holds. */
  @Transactional
  public Whole whole(UUID planId) {
    CasePlan plan = plans.one(planId);
    CaseFile file = desk.toRead(OPERATION, plan.caseId(), PART);
    UUID child = file.childId();
    Map<UUID, Task> tasks = actions.latest(file.id());
    return new Whole(
        plan,
        words.open(child, plan),
        plans.progress(file.id()).stream().map(one -> open(child, one)).toList(),
        tasks,
        notes.open(child, tasks.values()));
  }

  /** The edition a case follows today. */
  @Transactional
  public Optional<Whole> inForce(UUID caseId) {
    return plans.inForce(caseId).map(plan -> whole(plan.id()));
  }

  private Progress open(UUID child, GoalProgress one) {
    return new Progress(
        one.id(),
        one.goalId(),
        one.level(),
        one.happenedAt(),
        sealed.open(child, RecordGoalProgress.NOTE, one.id(), one.note()),
        one.recordedBy(),
        one.recordedAt());
  }
}
