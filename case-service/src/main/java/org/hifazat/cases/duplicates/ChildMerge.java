package org.hifazat.cases.duplicates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * That two records are one child: proposed by one person, confirmed by another, undone if wrong.
 */
@Entity
@Table(name = "child_merge")
public class ChildMerge {
  static final String PROPOSED = "proposed";
  static final String CONFIRMED = "confirmed";

  @Id private UUID id;

  @Column(name = "pair_id")
  private UUID pairId;

  @Column(name = "surviving_case")
  private UUID survivingCase;

  @Column(name = "merged_case")
  private UUID mergedCase;

  @Column private String state;

  @Column(name = "proposed_by")
  private UUID proposedBy;

  @Column(name = "proposed_unit")
  private UUID proposedUnit;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "decided_by")
  private @Nullable UUID decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decision_recorded_at")
  private @Nullable Instant decisionRecordedAt;

  @Column(name = "undone_by")
  private @Nullable UUID undoneBy;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undo_recorded_at")
  private @Nullable Instant undoRecordedAt;

  @Column(name = "undo_reason")
  private @Nullable String undoReason;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> taken;

  @Column(name = "taken_words")
  private byte @Nullable [] takenWords;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected ChildMerge() {}

  /** Who did it, when it happened and when it was recorded. */
  record Act(UUID by, Instant at, Instant recordedAt) {
    Act {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * @param taken parts that the surviving record takes from the other one
   */
  static ChildMerge proposed(
      UUID id,
      UUID pair,
      UUID survivingCase,
      UUID mergedCase,
      List<String> taken,
      UUID unit,
      Act act) {
    ChildMerge merge = new ChildMerge();
    merge.id = id;
    merge.pairId = pair;
    merge.survivingCase = survivingCase;
    merge.mergedCase = mergedCase;
    merge.state = PROPOSED;
    merge.taken = List.copyOf(taken);
    merge.proposedBy = act.by();
    merge.proposedUnit = unit;
    merge.proposedAt = act.at();
    merge.recordedAt = act.recordedAt();
    return merge;
  }

  /** What may come of an answer or of taking it back. */
  public enum Outcome {
    DONE,
    NOT_PROPOSED,
    NOT_CONFIRMED,
    OWN_PROPOSAL,
    OTHER_UNIT_DECIDES,
    TOO_EARLY
  }

  /**
   * @param overTwoUnits then somebody of the unit that did not propose it confirms
   */
  Outcome confirm(Act act, UUID unit, boolean overTwoUnits) {
    if (!state.equals(PROPOSED)) {
      return Outcome.NOT_PROPOSED;
    }
    if (act.by().equals(proposedBy)) {
      return Outcome.OWN_PROPOSAL;
    }
    if (overTwoUnits && unit.equals(proposedUnit)) {
      return Outcome.OTHER_UNIT_DECIDES;
    }
    return decide(CONFIRMED, act);
  }

  /** By whoever proposed it, too: then it is taken back. */
  Outcome turnDown(Act act) {
    return state.equals(PROPOSED) ? decide("turned-down", act) : Outcome.NOT_PROPOSED;
  }

  private Outcome decide(String decision, Act act) {
    if (act.at().isBefore(proposedAt)) {
      return Outcome.TOO_EARLY;
    }
    state = decision;
    decidedBy = act.by();
    decidedAt = act.at();
    decisionRecordedAt = act.recordedAt();
    return Outcome.DONE;
  }

  Outcome undo(Act act, String reason) {
    if (!state.equals(CONFIRMED) || decidedAt == null) {
      return Outcome.NOT_CONFIRMED;
    }
    if (act.at().isBefore(decidedAt)) {
      return Outcome.TOO_EARLY;
    }
    state = "undone";
    undoneBy = act.by();
    undoneAt = act.at();
    undoRecordedAt = act.recordedAt();
    undoReason = reason;
    return Outcome.DONE;
  }

  /** What was taken, as it was and as it became, so that undoing can put it back. */
  void tookWords(byte[] sealed) {
    takenWords = sealed;
  }

  byte @Nullable [] takenWords() {
    return takenWords;
  }

  public List<String> taken() {
    return taken;
  }

  public UUID id() {
    return id;
  }

  UUID pairId() {
    return pairId;
  }

  public UUID survivingCase() {
    return survivingCase;
  }

  public UUID mergedCase() {
    return mergedCase;
  }

  public String state() {
    return state;
  }

  public UUID proposedBy() {
    return proposedBy;
  }

  public UUID proposedUnit() {
    return proposedUnit;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public Optional<UUID> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  public Optional<UUID> undoneBy() {
    return Optional.ofNullable(undoneBy);
  }

  public Optional<Instant> undoneAt() {
    return Optional.ofNullable(undoneAt);
  }

  public Optional<String> undoReason() {
    return Optional.ofNullable(undoReason);
  }

  public long version() {
    return version;
  }
}
