package org.hifazat.cases.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseState;

/** One step as it was taken. */
@Entity
@Immutable
@Table(name = "case_step")
class CaseStep {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private int episode;
  @Column private String step;

  @Column(name = "from_state")
  private String fromState;

  @Column(name = "to_state")
  private String toState;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @SuppressWarnings("NullAway.Init")
  protected CaseStep() {}

  static CaseStep taken(
      UUID id, CaseFile file, Step step, CaseState from, Instant recordedAt, UUID recordedBy) {
    CaseStep taken = new CaseStep();
    taken.id = id;
    taken.caseId = file.id();
    taken.episode = file.episode();
    taken.step = step.label();
    taken.fromState = from.label();
    taken.toState = file.state();
    taken.happenedAt = file.stateSince();
    taken.recordedAt = recordedAt;
    taken.recordedBy = recordedBy;
    return taken;
  }

  int episode() {
    return episode;
  }

  String step() {
    return step;
  }

  String fromState() {
    return fromState;
  }

  String toState() {
    return toState;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  UUID recordedBy() {
    return recordedBy;
  }
}
