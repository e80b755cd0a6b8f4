package org.hifazat.cases.restricted;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nationality and papers, encrypted even in their codes. */
@Entity
@Table(name = "nationality_status")
public class NationalityStatus {
  @Id
  @Column(name = "case_id")
  private UUID caseId;

  @Column private byte[] status;
  @Column private byte @Nullable [] displacement;

  @Column(name = "document_number")
  private byte @Nullable [] documentNumber;

  @Column(name = "needed_for")
  private byte[] neededFor;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected NationalityStatus() {}

  /** The encrypted part, which is all of it. */
  record Sealed(
      byte[] status,
      byte @Nullable [] displacement,
      byte @Nullable [] documentNumber,
      byte[] neededFor) {}

  static NationalityStatus of(UUID caseId, Sealed sealed, UUID by, Instant at) {
    NationalityStatus status = new NationalityStatus();
    status.caseId = caseId;
    status.changed(sealed, by, at);
    return status;
  }

  void changed(Sealed sealed, UUID by, Instant at) {
    status = sealed.status();
    displacement = sealed.displacement();
    documentNumber = sealed.documentNumber();
    neededFor = sealed.neededFor();
    recordedBy = by;
    recordedAt = at;
  }

  Sealed sealed() {
    return new Sealed(status, displacement, documentNumber, neededFor);
  }

  Instant recordedAt() {
    return recordedAt;
  }

  /** What a change must name: 0 is the tag of nothing recorded. */
  long tag() {
    return version + 1;
  }
}
