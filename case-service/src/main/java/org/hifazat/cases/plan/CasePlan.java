package org.hifazat.cases.plan;

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

/**
 * One edition of a case's plan: written as a draft, frozen when it is submitted, in force when it
 * is approved, replaced by the next.
 */
@Entity
@Table(name = "case_plan")
public class CasePlan {
  private static final String DRAFT = "draft";
  private static final String SUBMITTED = "submitted";
  private static final String APPROVED = "approved";
  private static final String REPLACED = "replaced";
  private static final String DISCARDED = "discarded";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private int edition;
  @Column private String state;
  @Column private byte[] content;

  @Column(name = "drafted_by")
  private UUID draftedBy;

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "approved_by")
  private @Nullable UUID approvedBy;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CasePlan() {}

  static CasePlan drafted(UUID id, UUID caseId, int edition, byte[] content, UUID by, Instant at) {
    CasePlan plan = new CasePlan();
    plan.id = id;
    plan.caseId = caseId;
    plan.edition = edition;
    plan.state = DRAFT;
    plan.content = content;
    plan.draftedBy = by;
    plan.draftedAt = at;
    plan.changedAt = at;
    return plan;
  }

  /** False when it is no draft any more: what was submitted stays as it was. */
  boolean change(byte[] next, Instant at) {
    if (!isDraft()) {
      return false;
    }
    content = next;
    changedAt = at;
    return true;
  }

  /** False when it is no draft. */
  boolean submit(Instant at) {
    if (!isDraft()) {
      return false;
    }
    state = SUBMITTED;
    submittedAt = at.truncatedTo(ChronoUnit.MICROS);
    return true;
  }

  /** The supervisor asks for changes, or the author took it back: it is a draft again. */
  boolean sendBack() {
    if (!state.equals(SUBMITTED)) {
      return false;
    }
    state = DRAFT;
    submittedAt = null;
    return true;
  }

  /** False when it was not submitted. */
  boolean approve(UUID by, Instant at) {
    if (!state.equals(SUBMITTED)) {
      return false;
    }
    state = APPROVED;
    approvedBy = by;
    approvedAt = at.truncatedTo(ChronoUnit.MICROS);
    return true;
  }

  /** Another edition is in force now. */
  void replace() {
    if (isApproved()) {
      state = REPLACED;
    }
  }

  /** False when it is no draft. */
  boolean discard() {
    if (!isDraft()) {
      return false;
    }
    state = DISCARDED;
    return true;
  }

  boolean isDraft() {
    return state.equals(DRAFT);
  }

  boolean isApproved() {
    return state.equals(APPROVED);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public int edition() {
    return edition;
  }

  public String state() {
    return state;
  }

  byte[] content() {
    return content;
  }

  public UUID draftedBy() {
    return draftedBy;
  }

  public Instant draftedAt() {
    return draftedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public Optional<Instant> submittedAt() {
    return Optional.ofNullable(submittedAt);
  }

  public Optional<UUID> approvedBy() {
    return Optional.ofNullable(approvedBy);
  }

  public Optional<Instant> approvedAt() {
    return Optional.ofNullable(approvedAt);
  }

  public long version() {
    return version;
  }
}
