package org.hifazat.referral.onward;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency sends a child back to who asked, or proposes another service. Who has the case decides:
 * responsibility for it never left.
 */
@Entity
@Table(name = "referral_return")
public class ReferralReturn {
  @Id private UUID id;

  @Column(name = "referral_id", updatable = false)
  private UUID referralId;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(updatable = false)
  private String kind;

  @Column(name = "service_id", updatable = false)
  private @Nullable UUID serviceId;

  @Column(name = "reason_code", updatable = false)
  private String reasonCode;

  @Column(updatable = false)
  private byte[] words;

  @Column(name = "consent_by", updatable = false)
  private String consentBy;

  @Column(name = "consent_at", updatable = false)
  private Instant consentAt;

  @Column(name = "made_by", updatable = false)
  private String madeBy;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column private @Nullable String answer;

  @Column(name = "answer_words")
  private byte @Nullable [] answerWords;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "answered_by")
  private @Nullable UUID answeredBy;

  @Column(name = "onward_referral_id")
  private @Nullable UUID onwardReferralId;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected ReferralReturn() {}

  /** Everything it is made of; words already encrypted. */
  record Fresh(
      UUID id,
      UUID referralId,
      UUID caseId,
      String kind,
      @Nullable UUID serviceId,
      String reasonCode,
      byte[] words,
      String consentBy,
      Instant consentAt,
      String madeBy) {}

  static ReferralReturn of(Fresh fresh, Instant now) {
    ReferralReturn made = new ReferralReturn();
    made.id = fresh.id();
    made.referralId = fresh.referralId();
    made.caseId = fresh.caseId();
    made.kind = fresh.kind();
    made.serviceId = fresh.serviceId();
    made.reasonCode = fresh.reasonCode();
    made.words = fresh.words();
    made.consentBy = fresh.consentBy();
    made.consentAt = fresh.consentAt();
    made.madeBy = fresh.madeBy();
    made.recordedAt = now;
    return made;
  }

  void answer(
      String code, byte @Nullable [] sealed, @Nullable UUID onward, UUID staff, Instant now) {
    answer = code;
    answerWords = sealed;
    onwardReferralId = onward;
    answeredBy = staff;
    answeredAt = now;
  }

  public UUID id() {
    return id;
  }

  public UUID referralId() {
    return referralId;
  }

  UUID caseId() {
    return caseId;
  }

  public String kind() {
    return kind;
  }

  public Optional<UUID> serviceId() {
    return Optional.ofNullable(serviceId);
  }

  public String reasonCode() {
    return reasonCode;
  }

  byte[] words() {
    return words;
  }

  public String consentBy() {
    return consentBy;
  }

  public Instant consentAt() {
    return consentAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Optional<String> answer() {
    return Optional.ofNullable(answer);
  }

  byte @Nullable [] answerWords() {
    return answerWords;
  }

  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  public Optional<UUID> onwardReferralId() {
    return Optional.ofNullable(onwardReferralId);
  }

  public long version() {
    return version;
  }
}
