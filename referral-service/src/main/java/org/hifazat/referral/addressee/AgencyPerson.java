package org.hifazat.referral.addressee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody of an agency, as the directory tells of them. */
@Entity
@Immutable
@Table(name = "known_agency_person")
class AgencyPerson {
  @Id
  @Column(name = "person_id")
  private UUID id;

  @Column(name = "agency_id")
  private UUID agencyId;

  @Column private String account;

  @Column private boolean listed;
  @Column private boolean active;

  @SuppressWarnings("NullAway.Init")
  protected AgencyPerson() {}

  UUID id() {
    return id;
  }

  UUID agencyId() {
    return agencyId;
  }

  boolean isAccount(String subject) {
    return active && account.equals(subject);
  }

  boolean isListed() {
    return active && listed;
  }
}
