package org.hifazat.identity.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.identity.staff.HeldCertificates;

/** A course somebody passed. Never changed: a renewal is another one. */
@Entity
@Table(name = "certificate")
public class Certificate {
  @Id private UUID id;

  @Column(name = "staff_id")
  private UUID staffId;

  @Column private short level;
  @Column private byte[] number;
  @Column private String issuer;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected Certificate() {}

  static Certificate awarded(
      UUID id, AwardCertificate.Command command, byte[] sealedNumber, Instant at) {
    Certificate certificate = new Certificate();
    certificate.id = id;
    certificate.staffId = command.staffId();
    certificate.level = (short) command.level();
    certificate.number = sealedNumber;
    certificate.issuer = command.issuer();
    certificate.issuedOn = command.issuedOn();
    certificate.validTo = command.validTo();
    certificate.recordedAt = at;
    return certificate;
  }

  /** Whether it counts on that day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(issuedOn) && !day.isAfter(validTo);
  }

  /** Whether it counts on that day and its last one is near. */
  public boolean endsSoonAfter(LocalDate day) {
    return validOn(day) && !validTo.isAfter(day.plusDays(HeldCertificates.SOON_DAYS));
  }

  public UUID id() {
    return id;
  }

  public UUID staffId() {
    return staffId;
  }

  public int level() {
    return level;
  }

  byte[] number() {
    return number;
  }

  public String issuer() {
    return issuer;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public LocalDate validTo() {
    return validTo;
  }
}
