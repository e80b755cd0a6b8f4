package org.hifazat.cases.closure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.cases.casefile.CaseFile;

/** Why a closed case began its next episode. */
@Entity
@Immutable
@Table(name = "case_reopening")
public class CaseReopening {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private int episode;
  @Column private String reason;
  @Column private byte[] words;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @SuppressWarnings("NullAway.Init")
  protected CaseReopening() {}

  /** The case is in its new episode already. */
  static CaseReopening of(
      UUID id, CaseFile file, String reason, byte[] words, UUID by, Instant recordedAt) {
    CaseReopening reopening = new CaseReopening();
    reopening.id = id;
    reopening.caseId = file.id();
    reopening.episode = file.episode();
    reopening.reason = reason;
    reopening.words = words;
    reopening.happenedAt = file.stateSince();
    reopening.recordedAt = recordedAt;
    reopening.recordedBy = by;
    return reopening;
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

  byte[] words() {
    return words;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public UUID recordedBy() {
    return recordedBy;
  }
}
