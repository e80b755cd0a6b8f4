package org.hifazat.cases.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact with the child and family: planned, then held, missed or overtaken by another. */
@Entity
@Table(name = "follow_up")
public class FollowUp {
  private static final String PLANNED = "planned";
  private static final String HELD = "held";
  private static final String MISSED = "missed";
  private static final String CANCELLED = "cancelled";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String kind;
  @Column private String state;

  @Column(name = "planned_for")
  private @Nullable Instant plannedFor;

  @Column(name = "by_policy")
  private boolean byPolicy;

  @Column(name = "happened_at")
  private @Nullable Instant happenedAt;

  @Column(name = "child_seen")
  private @Nullable Boolean childSeen;

  @Column(name = "seen_alone")
  private @Nullable Boolean seenAlone;

  @Column(name = "risk_change")
  private @Nullable String riskChange;

  @Column(name = "missed_reason")
  private @Nullable String missedReason;

  @Column private byte @Nullable [] note;

  @Column(name = "recorded_by")
  private @Nullable UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected FollowUp() {}

  /** How a contact went. */
  public sealed interface Outcome {
    /** What it was in the end; a visit at home may turn into one at school. */
    String kind();

    Instant happenedAt();

    /**
     * @param riskChange lower, same or higher, as the worker sees it; the level stays until an
     *     assessment
     */
    record Held(
        String kind, Instant happenedAt, boolean childSeen, boolean seenAlone, String riskChange)
        implements Outcome {}

    /**
     * @param reason a code of list missed-reason
     */
    record Missed(String kind, Instant happenedAt, String reason) implements Outcome {}
  }

  static FollowUp planned(
      UUID id, UUID caseId, String kind, Instant plannedFor, UUID by, Instant recordedAt) {
    FollowUp followUp = fresh(id, caseId, kind, by, recordedAt);
    followUp.plannedFor = plannedFor.truncatedTo(ChronoUnit.MICROS);
    return followUp;
  }

  static FollowUp askedFor(
      UUID id, UUID caseId, String kind, Instant plannedFor, Instant recordedAt) {
    FollowUp followUp = fresh(id, caseId, kind, null, recordedAt);
    followUp.plannedFor = plannedFor.truncatedTo(ChronoUnit.MICROS);
    followUp.byPolicy = true;
    return followUp;
  }

  /** Nobody had planned it; its outcome is recorded at once. */
  static FollowUp unplanned(UUID id, UUID caseId, String kind, UUID by, Instant recordedAt) {
    return fresh(id, caseId, kind, by, recordedAt);
  }

  private static FollowUp fresh(
      UUID id, UUID caseId, String kind, @Nullable UUID by, Instant recordedAt) {
    FollowUp followUp = new FollowUp();
    followUp.id = id;
    followUp.caseId = caseId;
    followUp.kind = kind;
    followUp.state = PLANNED;
    followUp.recordedBy = by;
    followUp.recordedAt = recordedAt;
    return followUp;
  }

  /** False when its outcome is known already, or it was overtaken. */
  boolean went(Outcome outcome, byte @Nullable [] words, UUID by) {
    if (!isPlanned()) {
      return false;
    }
    kind = outcome.kind();
    happenedAt = outcome.happenedAt().truncatedTo(ChronoUnit.MICROS);
    note = words;
    recordedBy = by;
    switch (outcome) {
      case Outcome.Held held -> {
        state = HELD;
        childSeen = held.childSeen();
        seenAlone = held.seenAlone();
        riskChange = held.riskChange();
      }
      case Outcome.Missed missed -> {
        state = MISSED;
        missedReason = missed.reason();
      }
    }
    return true;
  }

  /** False when it is no longer planned. */
  boolean cancel() {
    if (!isPlanned()) {
      return false;
    }
    state = CANCELLED;
    return true;
  }

  boolean isPlanned() {
    return state.equals(PLANNED);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String kind() {
    return kind;
  }

  public String state() {
    return state;
  }

  public Optional<Instant> plannedFor() {
    return Optional.ofNullable(plannedFor);
  }

  public boolean byPolicy() {
    return byPolicy;
  }

  public Optional<Instant> happenedAt() {
    return Optional.ofNullable(happenedAt);
  }

  public Optional<Boolean> childSeen() {
    return Optional.ofNullable(childSeen);
  }

  public Optional<Boolean> seenAlone() {
    return Optional.ofNullable(seenAlone);
  }

  public Optional<String> riskChange() {
    return Optional.ofNullable(riskChange);
  }

  public Optional<String> missedReason() {
    return Optional.ofNullable(missedReason);
  }

  byte @Nullable [] note() {
    return note;
  }

  public Optional<UUID> recordedBy() {
    return Optional.ofNullable(recordedBy);
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
