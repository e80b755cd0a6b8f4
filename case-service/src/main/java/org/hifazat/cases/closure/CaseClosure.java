package org.hifazat.cases.closure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hifazat.cases.casefile.CaseFile;
import org.jspecify.annotations.Nullable;

/** A proposal to end an episode, and what became of it. */
@Entity
@Table(name = "case_closure")
public class CaseClosure {
  static final String PROPOSED = "proposed";
  private static final String CLOSED = "closed";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private int episode;
  @Column private String reason;
  @Column private String state;
  @Column private @Nullable String goals;

  @Column(name = "child_informed")
  private boolean childInformed;

  @Column(name = "caregiver_informed")
  private boolean caregiverInformed;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<Instant> attempts;

  @Column(name = "reviewed_on")
  private @Nullable LocalDate reviewedOn;

  @Column(name = "child_not_informed")
  private @Nullable String childNotInformed;

  @Column(name = "review_led_by")
  private byte @Nullable [] reviewLedBy;

  @Column(name = "review_finding")
  private byte @Nullable [] reviewFinding;

  @Column private byte @Nullable [] summary;
  @Column private byte @Nullable [] contact;

  @Column(name = "proposed_by")
  private UUID proposedBy;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "override_reason")
  private byte @Nullable [] overrideReason;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> overridden;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseClosure() {}

  static CaseClosure proposed(
      UUID id,
      CaseFile file,
      ProposeClosure.Command command,
      List<Instant> attempts,
      UUID by,
      Instant recordedAt) {
    CaseClosure closure =
        of(id, file, command.reason(), PROPOSED, by, command.happenedAt(), recordedAt);
    closure.goals = command.goals();
    closure.childInformed = command.childInformed();
    closure.caregiverInformed = command.caregiverInformed();
    closure.childNotInformed = command.childNotInformed();
    closure.attempts = List.copyOf(attempts);
    closure.reviewedOn = command.review().map(ProposeClosure.Review::heldOn).orElse(null);
    return closure;
  }

  /** What a transfer or a merge brings about has no words and no proposal. */
  static CaseClosure atOnce(
      UUID id, CaseFile file, String reason, UUID by, Instant at, Instant recordedAt) {
    CaseClosure closure = of(id, file, reason, CLOSED, by, at, recordedAt);
    closure.closedAt = closure.happenedAt;
    return closure;
  }

  private static CaseClosure of(
      UUID id,
      CaseFile file,
      String reason,
      String state,
      UUID by,
      Instant at,
      Instant recordedAt) {
    CaseClosure closure = new CaseClosure();
    closure.id = id;
    closure.caseId = file.id();
    closure.episode = file.episode();
    closure.reason = reason;
    closure.state = state;
    closure.attempts = List.of();
    closure.overridden = List.of();
    closure.proposedBy = by;
    closure.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
    closure.recordedAt = recordedAt;
    return closure;
  }

  void seal(byte[] sealedSummary, byte @Nullable [] sealedContact) {
    summary = sealedSummary;
    contact = sealedContact;
  }

  void sealReview(byte[] sealedLeader, byte[] sealedFinding) {
    reviewLedBy = sealedLeader;
    reviewFinding = sealedFinding;
  }

  void close(Instant at, List<String> gates, byte @Nullable [] sealedReason) {
    state = CLOSED;
    closedAt = at.truncatedTo(ChronoUnit.MICROS);
    overridden = List.copyOf(gates);
    overrideReason = gates.isEmpty() ? null : sealedReason;
  }

  void reject() {
    state = "rejected";
  }

  void withdraw() {
    state = "withdrawn";
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public int episode() {
    return episode;
  }

  public String reason() {
    return reason;
  }

  public String state() {
    return state;
  }

  public Optional<String> goals() {
    return Optional.ofNullable(goals);
  }

  public boolean childInformed() {
    return childInformed;
  }

  public boolean caregiverInformed() {
    return caregiverInformed;
  }

  public List<Instant> attempts() {
    return attempts;
  }

  public Optional<LocalDate> reviewedOn() {
    return Optional.ofNullable(reviewedOn);
  }

  /** too-young, not-found, danger or child-died; empty when the child was told. */
  public Optional<String> childNotInformed() {
    return Optional.ofNullable(childNotInformed);
  }

  Optional<byte[]> reviewLedBy() {
    return Optional.ofNullable(reviewLedBy);
  }

  Optional<byte[]> reviewFinding() {
    return Optional.ofNullable(reviewFinding);
  }

  Optional<byte[]> summary() {
    return Optional.ofNullable(summary);
  }

  Optional<byte[]> contact() {
    return Optional.ofNullable(contact);
  }

  Optional<byte[]> overrideReason() {
    return Optional.ofNullable(overrideReason);
  }

  public List<String> overridden() {
    return overridden;
  }

  public UUID proposedBy() {
    return proposedBy;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  public long version() {
    return version;
  }
}
