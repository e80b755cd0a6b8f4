package org.hifazat.cases.legal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;
import org.jspecify.annotations.Nullable;

/** A matter of the child before a court, from cognizance to decision. */
@Entity
@Table(name = "court_matter")
public class CourtMatter {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String kind;

  @Column(name = "cognizance_at")
  private Instant cognizanceAt;

  @Column(name = "target_at")
  private @Nullable Instant targetAt;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column private @Nullable String outcome;

  @Column private byte[] words;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CourtMatter() {}

  static CourtMatter begun(
      Recorder.Entry entry,
      UUID caseId,
      String kind,
      Instant cognizanceAt,
      @Nullable Instant targetAt,
      byte[] words) {
    CourtMatter matter = new CourtMatter();
    matter.id = entry.id();
    matter.caseId = caseId;
    matter.kind = kind;
    matter.cognizanceAt = Recorder.precise(cognizanceAt);
    matter.targetAt = targetAt == null ? null : Recorder.precise(targetAt);
    matter.words = words;
    matter.recordedBy = entry.by();
    matter.recordedAt = entry.at();
    return matter;
  }

  /** False when it was decided before. */
  boolean decide(String how, Instant at) {
    if (decidedAt != null) {
      return false;
    }
    decidedAt = Recorder.precise(at);
    outcome = how;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String kind() {
    return kind;
  }

  public Instant cognizanceAt() {
    return cognizanceAt;
  }

  public Optional<Instant> targetAt() {
    return Optional.ofNullable(targetAt);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  byte[] words() {
    return words;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
