package org.hifazat.cases.placement;

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

/** Where a child lives who cannot live at home. */
@Entity
@Table(name = "placement")
public class Placement {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "order_id")
  private @Nullable UUID orderId;

  @Column private String kind;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "review_by")
  private @Nullable Instant reviewBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "end_reason")
  private @Nullable String endReason;

  @Column private byte[] words;

  @Column(name = "end_words")
  private byte @Nullable [] endWords;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Placement() {}

  static Placement begun(
      Recorder.Entry entry,
      RecordPlacement.Command command,
      @Nullable Instant reviewBy,
      byte[] words) {
    Placement placement = new Placement();
    placement.id = entry.id();
    placement.caseId = command.caseId();
    placement.orderId = command.orderId();
    placement.kind = command.kind();
    placement.beganAt = Recorder.precise(command.beganAt());
    placement.reviewed(reviewBy);
    placement.words = words;
    placement.recordedBy = entry.by();
    placement.recordedAt = entry.at();
    return placement;
  }

  void reviewed(@Nullable Instant next) {
    reviewBy = next == null ? null : Recorder.precise(next);
  }

  /** False when it has ended. */
  boolean end(String reason, Instant at, byte @Nullable [] said) {
    if (endedAt != null) {
      return false;
    }
    endedAt = Recorder.precise(at);
    endReason = reason;
    endWords = said;
    reviewBy = null;
    return true;
  }

  boolean isOpen() {
    return endedAt == null;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public Optional<UUID> orderId() {
    return Optional.ofNullable(orderId);
  }

  public String kind() {
    return kind;
  }

  public Instant beganAt() {
    return beganAt;
  }

  public Optional<Instant> reviewBy() {
    return Optional.ofNullable(reviewBy);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Optional<String> endReason() {
    return Optional.ofNullable(endReason);
  }

  byte[] words() {
    return words;
  }

  byte @Nullable [] endWords() {
    return endWords;
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
