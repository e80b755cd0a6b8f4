package org.hifazat.cases.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;

/** A supervisor followed an assessment that said less. */
@Entity
@Immutable
@Table(name = "risk_lowering")
class RiskLowering {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "assessment_id")
  private UUID assessmentId;

  @Column(name = "from_level")
  private String fromLevel;

  @Column(name = "to_level")
  private String toLevel;

  @Column private byte[] reason;

  @Column(name = "decided_by")
  private UUID decidedBy;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected RiskLowering() {}

  static RiskLowering decided(
      UUID id,
      CaseFile file,
      UUID assessmentId,
      RiskLevel from,
      RiskLevel to,
      byte[] reason,
      UUID by,
      Instant at,
      Instant recordedAt) {
    RiskLowering lowering = new RiskLowering();
    lowering.id = id;
    lowering.caseId = file.id();
    lowering.assessmentId = assessmentId;
    lowering.fromLevel = from.label();
    lowering.toLevel = to.label();
    lowering.reason = reason;
    lowering.decidedBy = by;
    lowering.happenedAt = at;
    lowering.recordedAt = recordedAt;
    return lowering;
  }

  UUID id() {
    return id;
  }

  UUID assessmentId() {
    return assessmentId;
  }

  String fromLevel() {
    return fromLevel;
  }

  String toLevel() {
    return toLevel;
  }

  byte[] reason() {
    return reason;
  }

  UUID decidedBy() {
    return decidedBy;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
