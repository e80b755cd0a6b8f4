package org.hifazat.cases.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;

/** What looking at a placement with the child found. */
@Entity
@Table(name = "placement_review")
public class PlacementReview {
  @Id private UUID id;

  @Column(name = "placement_id")
  private UUID placementId;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String decision;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column private byte[] words;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected PlacementReview() {}

  static PlacementReview held(
      Recorder.Entry entry, Placement placement, RecordPlacement.Review review, byte[] words) {
    PlacementReview one = new PlacementReview();
    one.id = entry.id();
    one.placementId = placement.id();
    one.caseId = placement.caseId();
    one.decision = review.decision();
    one.happenedAt = Recorder.precise(review.happenedAt());
    one.words = words;
    one.recordedBy = entry.by();
    one.recordedAt = entry.at();
    return one;
  }

  UUID id() {
    return id;
  }

  UUID placementId() {
    return placementId;
  }

  String decision() {
    return decision;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  byte[] words() {
    return words;
  }

  UUID recordedBy() {
    return recordedBy;
  }
}
