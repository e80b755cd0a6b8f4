package org.hifazat.cases.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How far a goal had come on some day. */
@Entity
@Immutable
@Table(name = "goal_progress")
class GoalProgress {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "plan_id")
  private UUID planId;

  @Column(name = "goal_id")
  private UUID goalId;

  @Column private String level;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column private byte @Nullable [] note;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected GoalProgress() {}

  static GoalProgress noticed(
      UUID id,
      CasePlan plan,
      RecordGoalProgress.Command command,
      byte @Nullable [] note,
      UUID by,
      Instant recordedAt) {
    GoalProgress progress = new GoalProgress();
    progress.id = id;
    progress.caseId = plan.caseId();
    progress.planId = plan.id();
    progress.goalId = command.goalId();
    progress.level = command.level();
    progress.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    progress.note = note;
    progress.recordedBy = by;
    progress.recordedAt = recordedAt;
    return progress;
  }

  UUID id() {
    return id;
  }

  UUID goalId() {
    return goalId;
  }

  String level() {
    return level;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  byte @Nullable [] note() {
    return note;
  }

  UUID recordedBy() {
    return recordedBy;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
