package org.hifazat.cases.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That somebody became responsible for a case, from whom, and with which words. */
@Entity
@Immutable
@Table(name = "owner_change")
class OwnerChange {
  static final String HANDOVER = "owner_change.handover";
  static final String REASON = "owner_change.reason";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "from_owner")
  private @Nullable UUID fromOwner;

  @Column(name = "to_owner")
  private UUID toOwner;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "assigned_by")
  private UUID assignedBy;

  @Column(name = "open_cases")
  private int openCases;

  @Column private String band;
  @Column private byte @Nullable [] handover;
  @Column private byte @Nullable [] reason;

  @SuppressWarnings("NullAway.Init")
  protected OwnerChange() {}

  /**
   * @param happenedAt when the case was handed over, which may be before it was recorded
   */
  record Act(UUID to, UUID by, Instant happenedAt, Instant recordedAt) {}

  /** What the new owner had before this case. */
  record Load(int open, String band) {}

  /** The words, sealed with the child's key. */
  record Words(byte @Nullable [] handover, byte @Nullable [] reason) {}

  static OwnerChange of(
      UUID id, UUID caseId, @Nullable UUID from, Act act, Load load, Words words) {
    OwnerChange change = new OwnerChange();
    change.id = id;
    change.caseId = caseId;
    change.fromOwner = from;
    change.toOwner = act.to();
    change.happenedAt = act.happenedAt().truncatedTo(ChronoUnit.MICROS);
    change.recordedAt = act.recordedAt();
    change.assignedBy = act.by();
    change.openCases = load.open();
    change.band = load.band();
    change.handover = words.handover();
    change.reason = words.reason();
    return change;
  }

  UUID id() {
    return id;
  }

  Optional<UUID> fromOwner() {
    return Optional.ofNullable(fromOwner);
  }

  UUID toOwner() {
    return toOwner;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  UUID assignedBy() {
    return assignedBy;
  }

  int openCases() {
    return openCases;
  }

  String band() {
    return band;
  }

  byte @Nullable [] handover() {
    return handover;
  }

  byte @Nullable [] reason() {
    return reason;
  }
}
