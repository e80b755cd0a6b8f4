package org.hifazat.cases.missing;

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

/** A time in which the child of a case was missing, until found. */
@Entity
@Table(name = "missing_child")
public class MissingChild {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "missing_since")
  private Instant missingSince;

  @Column(name = "learned_at")
  private Instant learnedAt;

  @Column(name = "told_at")
  private @Nullable Instant toldAt;

  @Column(name = "found_at")
  private @Nullable Instant foundAt;

  @Column(name = "found_how")
  private @Nullable String foundHow;

  @Column private byte[] words;

  @Column(name = "told_words")
  private byte @Nullable [] toldWords;

  @Column(name = "found_words")
  private byte @Nullable [] foundWords;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected MissingChild() {}

  static MissingChild reported(Recorder.Entry entry, ReportMissing.Command command, byte[] words) {
    MissingChild missing = new MissingChild();
    missing.id = entry.id();
    missing.caseId = command.caseId();
    missing.missingSince = Recorder.precise(command.missingSince());
    missing.learnedAt = Recorder.precise(command.learnedAt());
    missing.words = words;
    missing.recordedBy = entry.by();
    missing.recordedAt = entry.at();
    return missing;
  }

  /** False when it was told before. */
  boolean told(Instant at, byte @Nullable [] said) {
    if (toldAt != null) {
      return false;
    }
    toldAt = Recorder.precise(at);
    toldWords = said;
    return true;
  }

  /** False when the child was found before. */
  boolean found(String how, Instant at, byte @Nullable [] said) {
    if (foundAt != null) {
      return false;
    }
    foundAt = Recorder.precise(at);
    foundHow = how;
    foundWords = said;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public Instant missingSince() {
    return missingSince;
  }

  public Instant learnedAt() {
    return learnedAt;
  }

  public Optional<Instant> toldAt() {
    return Optional.ofNullable(toldAt);
  }

  public Optional<Instant> foundAt() {
    return Optional.ofNullable(foundAt);
  }

  public Optional<String> foundHow() {
    return Optional.ofNullable(foundHow);
  }

  byte[] words() {
    return words;
  }

  byte @Nullable [] toldWords() {
    return toldWords;
  }

  byte @Nullable [] foundWords() {
    return foundWords;
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
