package org.hifazat.cases.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.deadline.Marks;
import org.jspecify.annotations.Nullable;

/** A deadline somebody has to meet. */
@Entity
@Table(name = "task")
public class Task {
  static final String OPEN = "open";
  private static final String DONE = "done";
  private static final String SUPERSEDED = "superseded";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "district_code")
  private String districtCode;

  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column private String kind;

  @Column(name = "policy_id")
  private @Nullable UUID policyId;

  @Column(name = "subject_id")
  private @Nullable UUID subjectId;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "remind_at")
  private Instant remindAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "commission_at")
  private Instant commissionAt;

  /** Written where it is told, and by nobody who changes the task. */
  @Column(name = "reminded_at", insertable = false, updatable = false)
  private @Nullable Instant remindedAt;

  @Column(name = "escalated_at", insertable = false, updatable = false)
  private @Nullable Instant escalatedAt;

  @Column(name = "commission_told_at", insertable = false, updatable = false)
  private @Nullable Instant commissionToldAt;

  @Column private String state;

  @Column(name = "done_at")
  private @Nullable Instant doneAt;

  @Column(name = "done_by")
  private @Nullable UUID doneBy;

  @Column private byte @Nullable [] note;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Task() {}

  static Task scheduled(UUID id, ScheduleTask.Command command, Marks marks, Instant recordedAt) {
    Task task = new Task();
    task.id = id;
    task.caseId = command.caseId();
    task.unitId = command.unitId();
    task.districtCode = command.districtCode();
    task.ownerId = command.ownerId();
    task.kind = command.kind();
    task.subjectId = command.subjectId();
    task.policyId = marks.policyId();
    task.startedAt = marks.startedAt();
    task.remindAt = marks.remindAt();
    task.dueAt = marks.dueAt();
    task.commissionAt = marks.commissionAt();
    task.state = OPEN;
    task.recordedAt = recordedAt;
    return task;
  }

  /** False when the task is no longer open. */
  boolean complete(Instant at, @Nullable UUID by, byte @Nullable [] words) {
    if (!isOpen()) {
      return false;
    }
    state = DONE;
    doneAt = at.truncatedTo(ChronoUnit.MICROS);
    doneBy = by;
    note = words;
    return true;
  }

  /** False when the task is no longer open. */
  boolean supersede() {
    if (!isOpen()) {
      return false;
    }
    state = SUPERSEDED;
    return true;
  }

  void giveTo(UUID owner) {
    ownerId = owner;
  }

  public boolean isOpen() {
    return state.equals(OPEN);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public UUID unitId() {
    return unitId;
  }

  public String districtCode() {
    return districtCode;
  }

  public Optional<UUID> ownerId() {
    return Optional.ofNullable(ownerId);
  }

  public String kind() {
    return kind;
  }

  /** What of the case is to be done: an action of its plan, a contact. */
  public Optional<UUID> subjectId() {
    return Optional.ofNullable(subjectId);
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** When half of the time, or what the policy says, has gone. */
  public Instant remindAt() {
    return remindAt;
  }

  /** When the owner was reminded; a reminder that came after the deadline was sent to nobody. */
  public Optional<Instant> remindedAt() {
    return Optional.ofNullable(remindedAt).filter(at -> at.isBefore(dueAt));
  }

  /** When the supervisor was told that it was not done in time. */
  public Optional<Instant> escalatedAt() {
    return Optional.ofNullable(escalatedAt);
  }

  /** When the Commission was told, as a number. */
  public Optional<Instant> commissionToldAt() {
    return Optional.ofNullable(commissionToldAt);
  }

  public Instant commissionAt() {
    return commissionAt;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public String state() {
    return state;
  }

  public Optional<Instant> doneAt() {
    return Optional.ofNullable(doneAt);
  }

  byte @Nullable [] note() {
    return note;
  }

  public long version() {
    return version;
  }
}
