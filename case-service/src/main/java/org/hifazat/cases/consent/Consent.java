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

  @Column(name = "recipient_id")
  private @Nullable UUID recipientId;

  @Column(name = "transfer_id")
  private @Nullable UUID transferId;

  @Column(name = "given_by")
  private String givenBy;

  @Column(name = "person_id")
  private @Nullable UUID personId;

  @Column(name = "order_id")
  private @Nullable UUID orderId;

  @Column private String method;
  @Column private String language;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "expires_on")
  private @Nullable LocalDate expiresOn;

  @Column(name = "without_caregiver")
  private @Nullable String withoutCaregiver;

  @Column(name = "oral_reason")
  private @Nullable String oralReason;

  @Column private byte @Nullable [] witness;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected Consent() {}

  /**
   * What was found out about a word before it was written down.
   *
   * @param personId the person of the case whose word it is
   * @param expiresOn its last day, also where an order's last day is its own
   */
  record Checked(@Nullable UUID personId, @Nullable LocalDate expiresOn) {}

  static Consent recorded(
      UUID id,
      RecordConsent.Command command,
      Checked checked,
      byte @Nullable [] witness,
      UUID recordedBy,
      Instant recordedAt) {
    Consent consent = new Consent();
    consent.id = id;
    consent.caseId = command.caseId();
    consent.purpose = command.purpose();
    consent.decision = command.decision();
    consent.agencyId = command.agencyId();
    consent.recipientId = command.recipientId();
    consent.transferId = command.transferId();
    consent.givenBy = command.givenBy().label();
    consent.personId = checked.personId();
    consent.orderId = command.orderId();
    consent.method = command.method();
    consent.language = command.language();
    consent.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    consent.expiresOn = checked.expiresOn();
    consent.withoutCaregiver = command.withoutCaregiver();
    consent.oralReason = command.oralReason();
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

  /** Who is no agency of the directory. */
  public @Nullable UUID recipientId() {
    return recipientId;
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

  public @Nullable UUID transferId() {
    return transferId;
  }

  /** The person of the case whose word it is; null for the child and for a court. */
  public @Nullable UUID personId() {
    return personId;
  }

  /** The order a court's word rests on. */
  public @Nullable UUID orderId() {
    return orderId;
  }

  /** Why it was spoken although at this age it is given in writing. */
  public @Nullable String oralReason() {
    return oralReason;
  }

  /** Why no caregiver decides; null where one does or must. */
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

  boolean isRefused() {
    return decision.equals("refused");
  }

  boolean isWithdrawn() {
    return decision.equals("withdrawn");
  }

  /** Whether it is the word of whoever said the other, where that is known of it. */
  boolean answers(Consent other) {
    UUID person = other.personId;
    return person == null ? givenBy.equals(other.givenBy) : person.equals(personId);
  }

  UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
