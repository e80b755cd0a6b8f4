package org.hifazat.cases.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.cases.casefile.RiskLevel;
import org.jspecify.annotations.Nullable;

/** One assessment's say on a case's risk, kept whether it changed the level or not. */
@Entity
@Immutable
@Table(name = "risk_change")
class RiskChange {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "assessment_id")
  private UUID assessmentId;

  @Column private String level;

  @Column(name = "previous_level")
  private @Nullable String previousLevel;

  @Column private boolean applied;

  @Column(name = "set_at")
  private Instant setAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected RiskChange() {}

  static RiskChange of(
      UUID id,
      AssessmentCompleted assessment,
      Optional<RiskLevel> previous,
      boolean applied,
      Instant recordedAt) {
    RiskChange change = new RiskChange();
    change.id = id;
    change.caseId = assessment.caseId();
    change.assessmentId = assessment.assessmentId();
    change.level = assessment.riskLevel();
    change.previousLevel = previous.map(RiskLevel::label).orElse(null);
    change.applied = applied;
    change.setAt = assessment.conductedAt();
    change.recordedAt = recordedAt;
    return change;
  }

  RiskHistory.Said said() {
    return new RiskHistory.Said(assessmentId, level, previousLevel, applied, setAt, recordedAt);
  }
}
