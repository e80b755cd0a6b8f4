package org.hifazat.cases.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Going on without consent in the child's best interests. It holds at once, because the child
 * cannot wait, and lapses unless a second person has countersigned it in time.
 */
@Entity
@Table(name = "consent_override")
public class ConsentOverride {
  static final String AWAITING = "awaiting";
  static final String CONFIRMED = "confirmed";
  static final String REJECTED = "rejected";
  static final String LAPSED = "lapsed";
  static final String ENDED = "ended";

  @Id private UUID id;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(updatable = false)
  private String purpose;

  @Column(name = "agency_id", updatable = false)
  private @Nullable UUID agencyId;

  @Column(name = "recipient_id", updatable = false)
  private @Nullable UUID recipientId;

  @Column(name = "reason_code", updatable = false)
  private String reasonCode;

  @Column(updatable = false)
  private byte[] text;

  @Column(name = "child_told", updatable = false)
  private boolean childTold;

  @Column(name = "happened_at", updatable = false)
  private Instant happenedAt;

  @Column(name = "due_at", updatable = false)
  private Instant dueAt;

  @Column(name = "recorded_by", updatable = false)
  private UUID recordedBy;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column private String state;

  @Column(name = "decided_by")
  private @Nullable UUID decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column private byte @Nullable [] comment;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected ConsentOverride() {}

  static ConsentOverride written(
      UUID id,
      OverrideConsent.Command command,
      byte[] text,
      Instant dueAt,
      UUID by,
      Instant recordedAt) {
    ConsentOverride override = new ConsentOverride();
    override.id = id;
    override.caseId = command.caseId();
    override.purpose = command.matter().purpose();
    override.agencyId = command.matter().agencyId();
    override.recipientId = command.matter().recipientId();
    override.reasonCode = command.reasonCode();
    override.text = text;
    override.childTold = command.childTold();
    override.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    override.dueAt = dueAt;
    override.recordedBy = by;
    override.recordedAt = recordedAt;
    override.state = AWAITING;
    return override;
  }

  void becomes(String next, @Nullable UUID by, Instant at, byte @Nullable [] words) {
    state = next;
    decidedBy = by;
    decidedAt = at.truncatedTo(ChronoUnit.MICROS);
    comment = words;
  }

  boolean holds() {
    return state.equals(AWAITING) || state.equals(CONFIRMED);
  }

  boolean isAwaiting() {
    return state.equals(AWAITING);
  }

  ConsentMatter matter() {
    return new ConsentMatter(purpose, agencyId, recipientId, null);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String purpose() {
    return purpose;
  }

  public @Nullable UUID agencyId() {
    return agencyId;
  }

  /** Who is no agency of the directory. */
  public @Nullable UUID recipientId() {
    return recipientId;
  }

  public String reasonCode() {
    return reasonCode;
  }

  byte[] text() {
    return text;
  }

  public boolean childTold() {
    return childTold;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public String state() {
    return state;
  }

  public Optional<UUID> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  byte @Nullable [] comment() {
    return comment;
  }

  public long version() {
    return version;
  }
}
