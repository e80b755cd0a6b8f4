package org.hifazat.cases.legal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;
import org.jspecify.annotations.Nullable;

/** An order of a court or committee about the child, in force until its end is recorded. */
@Entity
@Table(name = "legal_order")
public class LegalOrder {
  static final String PROTECTIVE_CARE = "protective-care";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "matter_id")
  private @Nullable UUID matterId;

  @Column private String kind;

  @Column private @Nullable String section;

  @Column(name = "made_by")
  private String madeBy;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "begins_on")
  private LocalDate beginsOn;

  @Column(name = "ends_on")
  private @Nullable LocalDate endsOn;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "end_reason")
  private @Nullable String endReason;

  @Column private byte[] words;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected LegalOrder() {}

  static LegalOrder made(
      Recorder.Entry entry, Orders.Command command, @Nullable String section, byte[] words) {
    LegalOrder order = new LegalOrder();
    order.id = entry.id();
    order.caseId = command.caseId();
    order.matterId = command.matterId();
    order.kind = command.kind();
    order.section = section;
    order.madeBy = command.madeBy();
    order.madeAt = Recorder.precise(command.madeAt());
    order.beginsOn = command.beginsOn();
    order.endsOn = command.endsOn();
    order.words = words;
    order.recordedBy = entry.by();
    order.recordedAt = entry.at();
    return order;
  }

  /** False when it has ended. */
  boolean end(String reason, Instant at) {
    if (endedAt != null) {
      return false;
    }
    endedAt = Recorder.precise(at);
    endReason = reason;
    return true;
  }

  /** False when it has ended, or would not last longer. */
  boolean extend(LocalDate day) {
    if (endedAt != null || (endsOn != null && !day.isAfter(endsOn))) {
      return false;
    }
    endsOn = day;
    return true;
  }

  boolean isProtectiveCare() {
    return kind.equals(PROTECTIVE_CARE);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public Optional<UUID> matterId() {
    return Optional.ofNullable(matterId);
  }

  public String kind() {
    return kind;
  }

  public Optional<String> section() {
    return Optional.ofNullable(section);
  }

  public String madeBy() {
    return madeBy;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public LocalDate beginsOn() {
    return beginsOn;
  }

  public Optional<LocalDate> endsOn() {
    return Optional.ofNullable(endsOn);
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
