package org.hifazat.assessment.completed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the supervising psychologist said of an assessment. */
@Entity
@Immutable
@Table(name = "countersignature")
public class Countersignature {

  /** The cipher's name of the note's column. */
  static final String NOTE = "countersignature.note";

  @Id
  @Column(name = "assessment_id")
  private UUID assessmentId;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "decision")
  private String decision;

  @Column(name = "note")
  private byte @Nullable [] note;

  @Column(name = "signed_by")
  private UUID signedBy;

  @Column(name = "signed_at")
  private Instant signedAt;

  /** For Hibernate. */
  protected Countersignature() {}

  /**
   * @param note already encrypted
   */
  Countersignature(
      CompletedAssessment assessment,
      String decision,
      byte @Nullable [] note,
      UUID signedBy,
      Instant signedAt) {
    this.assessmentId = assessment.id();
    this.caseId = assessment.caseId();
    this.decision = decision;
    this.note = note == null ? null : note.clone();
    this.signedBy = signedBy;
    this.signedAt = signedAt;
  }
}
