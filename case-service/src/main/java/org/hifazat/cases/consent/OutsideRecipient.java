package org.hifazat.cases.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A recipient outside the directory, as consent names them. */
@Entity
@Immutable
@Table(name = "outside_recipient")
public class OutsideRecipient {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "service_type")
  private String serviceType;

  @Column private byte[] name;
  @Column private byte[] place;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected OutsideRecipient() {}

  /** Who they are and where; encrypted. */
  record Sealed(byte[] name, byte[] place) {}

  static OutsideRecipient named(
      UUID id, UUID caseId, String serviceType, Sealed words, UUID by, Instant at) {
    OutsideRecipient recipient = new OutsideRecipient();
    recipient.id = id;
    recipient.caseId = caseId;
    recipient.serviceType = serviceType;
    recipient.name = words.name();
    recipient.place = words.place();
    recipient.recordedBy = by;
    recipient.recordedAt = at;
    return recipient;
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  String serviceType() {
    return serviceType;
  }

  byte[] name() {
    return name;
  }

  byte[] place() {
    return place;
  }

  UUID recordedBy() {
    return recordedBy;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
