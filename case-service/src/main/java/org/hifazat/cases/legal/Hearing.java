package org.hifazat.cases.legal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;
import org.jspecify.annotations.Nullable;

/** A date before a court or committee. */
@Entity
@Table(name = "hearing")
public class Hearing {
  private static final String PLANNED = "planned";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "matter_id")
  private @Nullable UUID matterId;

  @Column private String purpose;

  @Column private String state;

  @Column(name = "planned_for")
  private Instant plannedFor;

  @Column(name = "happened_at")
  private @Nullable Instant happenedAt;

  @Column(name = "child_attended")
  private @Nullable Boolean childAttended;

  @Column private byte @Nullable [] words;

  @Column(name = "outcome_words")
  private byte @Nullable [] outcomeWords;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Hearing() {}

  static Hearing planned(Recorder.Entry entry, Hearings.Plan plan, byte @Nullable [] words) {
    Hearing hearing = new Hearing();
    hearing.id = entry.id();
    hearing.caseId = plan.caseId();
    hearing.matterId = plan.matterId();
    hearing.purpose = plan.purpose();
    hearing.state = PLANNED;
    hearing.plannedFor = Recorder.precise(plan.plannedFor());
    hearing.words = words;
    hearing.recordedBy = entry.by();
    hearing.recordedAt = entry.at();
    return hearing;
  }

  /** False when its outcome is known already. */
  boolean went(Hearings.Outcome outcome, byte @Nullable [] said) {
    if (!state.equals(PLANNED)) {
      return false;
    }
    state = outcome.result();
    happenedAt = Recorder.precise(outcome.happenedAt());
    childAttended = outcome.childAttended();
    outcomeWords = said;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public Optional<UUID> matterId() {
    return Optional.ofNullable(matterId);
  }

  public String purpose() {
    return purpose;
  }

  public String state() {
    return state;
  }

  public Instant plannedFor() {
    return plannedFor;
  }

  public Optional<Instant> happenedAt() {
    return Optional.ofNullable(happenedAt);
  }

  public Optional<Boolean> childAttended() {
    return Optional.ofNullable(childAttended);
  }

  byte @Nullable [] words() {
    return words;
  }

  byte @Nullable [] outcomeWords() {
    return outcomeWords;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
