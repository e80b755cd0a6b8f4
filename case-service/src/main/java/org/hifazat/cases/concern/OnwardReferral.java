package org.hifazat.cases.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report was given to another body, and what that body made of it. */
@Entity
@Table(name = "concern_referral")
class OnwardReferral {
  @Id private UUID id;

  @Column(name = "report_id", updatable = false)
  private UUID reportId;

  @Column(name = "body_kind", updatable = false)
  private String bodyKind;

  @Column(name = "agency_id", updatable = false)
  private @Nullable UUID agencyId;

  @Column(updatable = false)
  private byte[] reason;

  @Column(name = "follow_up_on", updatable = false)
  private LocalDate followUpOn;

  @Column(name = "referred_by", updatable = false)
  private UUID referredBy;

  @Column(name = "referred_at", updatable = false)
  private Instant referredAt;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column private @Nullable String result;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "answered_by")
  private @Nullable UUID answeredBy;

  @Column(name = "answer_recorded_at")
  private @Nullable Instant answerRecordedAt;

  @SuppressWarnings("NullAway.Init")
  protected OnwardReferral() {}

  static OnwardReferral made(
      UUID id, ReferOn.Command command, byte[] reason, UUID by, Instant recordedAt) {
    OnwardReferral referral = new OnwardReferral();
    referral.id = id;
    referral.reportId = command.reportId();
    referral.bodyKind = command.bodyKind();
    referral.agencyId = command.agencyId();
    referral.reason = reason;
    referral.followUpOn = command.followUpOn();
    referral.referredBy = by;
    referral.referredAt = command.triagedAt().truncatedTo(ChronoUnit.MICROS);
    referral.recordedAt = recordedAt;
    return referral;
  }

  void answered(String what, Instant at, UUID by, Instant recorded) {
    result = what;
    answeredAt = at.truncatedTo(ChronoUnit.MICROS);
    answeredBy = by;
    answerRecordedAt = recorded;
  }

  UUID id() {
    return id;
  }

  String bodyKind() {
    return bodyKind;
  }

  @Nullable UUID agencyId() {
    return agencyId;
  }

  byte[] reason() {
    return reason;
  }

  LocalDate followUpOn() {
    return followUpOn;
  }

  Instant referredAt() {
    return referredAt;
  }

  @Nullable String result() {
    return result;
  }

  @Nullable Instant answeredAt() {
    return answeredAt;
  }
}
