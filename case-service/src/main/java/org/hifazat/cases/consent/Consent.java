package org.hifazat.cases.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One consent, assent, refusal or withdrawal, as it happened. */
@Entity
@Immutable
@Table(name = "consent")
public class Consent {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String purpose;
  @Column private String decision;

  @Column(name = "agency_id")
  private @Nullable UUID agencyId;

  @Column(name = "given_by")
  private String givenBy;

  @Column private String method;
  @Column private String language;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "expires_on")
  private @Nullable LocalDate expiresOn;

  @Column(name = "without_caregiver")
  private @Nullable String withoutCaregiver;

  @Column private byte @Nullable [] witness;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected Consent() {}

  static Consent recorded(
      UUID id,
      RecordConsent.Command command,
      byte @Nullable [] witness,
      UUID recordedBy,
      Instant recordedAt) {
    Consent consent = new Consent();
    consent.id = id;
    consent.caseId = command.caseId();
    consent.purpose = command.purpose();
    consent.decision = command.decision();
    consent.agencyId = command.agencyId();
    consent.givenBy = command.givenBy().label();
    consent.method = command.method();
    consent.language = command.language();
    consent.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    consent.expiresOn = command.expiresOn();
    consent.withoutCaregiver = command.withoutCaregiver();
    consent.witness = witness;
    consent.recordedBy = recordedBy;
    consent.recordedAt = recordedAt;
    return consent;
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

  public String decision() {
    return decision;
  }

  public @Nullable UUID agencyId() {
    return agencyId;
  }

  public String givenBy() {
    return givenBy;
  }

  public String method() {
    return method;
  }

  public String language() {
    return language;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public @Nullable LocalDate expiresOn() {
    return expiresOn;
  }

  /** Why no caregiver decides beside the child; null where one does or must. */
  public @Nullable String withoutCaregiver() {
    return withoutCaregiver;
  }

  byte @Nullable [] witness() {
    return witness;
  }

  ConsentGiver giver() {
    return ConsentGiver.of(givenBy);
  }

  boolean isGiven() {
    return decision.equals("given");
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
