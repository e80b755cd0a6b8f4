package org.hifazat.cases.tracing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step of the search for a child's family. */
@Entity
@Immutable
@Table(name = "tracing_step")
public class TracingStep {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "from_status")
  private @Nullable String fromStatus;

  @Column(name = "to_status")
  private String toStatus;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column private byte @Nullable [] note;

  @Column(name = "person_id")
  private @Nullable UUID personId;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected TracingStep() {}

  static TracingStep taken(
      UUID id,
      MoveTracing.Command command,
      @Nullable TracingStatus from,
      byte @Nullable [] note,
      UUID by,
      Instant at) {
    TracingStep step = new TracingStep();
    step.id = id;
    step.caseId = command.caseId();
    step.fromStatus = from == null ? null : from.label();
    step.toStatus = command.to().label();
    step.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    step.note = note;
    step.personId = command.personId();
    step.recordedBy = by;
    step.recordedAt = at;
    return step;
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  @Nullable String fromStatus() {
    return fromStatus;
  }

  String toStatus() {
    return toStatus;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  byte @Nullable [] note() {
    return note;
  }

  @Nullable UUID personId() {
    return personId;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
