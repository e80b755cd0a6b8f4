package org.hifazat.cases.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A look back at the plan with the child and the family. */
@Entity
@Immutable
@Table(name = "case_review")
public class CaseReview {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "plan_id")
  private @Nullable UUID planId;

  @Column private String decision;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column private byte[] content;

  @Column(name = "next_review_on")
  private @Nullable LocalDate nextReviewOn;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseReview() {}

  static CaseReview held(
      UUID id,
      RecordReview.Command command,
      @Nullable UUID planId,
      byte[] content,
      UUID by,
      Instant recordedAt) {
    CaseReview review = new CaseReview();
    review.id = id;
    review.caseId = command.caseId();
    review.planId = planId;
    review.decision = command.decision();
    review.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    review.content = content;
    review.nextReviewOn = command.nextReviewOn();
    review.recordedBy = by;
    review.recordedAt = recordedAt;
    return review;
  }

  public UUID id() {
    return id;
  }

  public Optional<UUID> planId() {
    return Optional.ofNullable(planId);
  }

  public String decision() {
    return decision;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  byte[] content() {
    return content;
  }

  public Optional<LocalDate> nextReviewOn() {
    return Optional.ofNullable(nextReviewOn);
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
