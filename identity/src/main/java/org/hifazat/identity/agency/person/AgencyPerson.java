package org.hifazat.identity.agency.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of a partner agency who signs in to the portal. */
@Entity
@Table(name = "agency_person")
public class AgencyPerson {
  @Id private UUID id;

  @Column(name = "agency_id")
  private UUID agencyId;

  @Column private String username;
  @Column private byte[] name;
  @Column private boolean active;

  @Column(name = "shown_as")
  private byte @Nullable [] shownAs;

  @Column(name = "enrolled_at")
  private Instant enrolledAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected AgencyPerson() {}

  static AgencyPerson enrolled(UUID id, UUID agencyId, String username, byte[] name, Instant at) {
    AgencyPerson person = new AgencyPerson();
    person.id = id;
    person.agencyId = agencyId;
    person.username = username;
    person.name = name.clone();
    person.active = true;
    person.enrolledAt = at;
    return person;
  }

  void activate(boolean wanted) {
    active = wanted;
  }

  void showAs(byte @Nullable [] wanted) {
    shownAs = wanted;
  }

  /** Whether senders of referrals choose them. */
  boolean listed() {
    return shownAs != null;
  }

  byte @Nullable [] shownAs() {
    return shownAs;
  }

  public UUID id() {
    return id;
  }

  UUID agencyId() {
    return agencyId;
  }

  public String username() {
    return username;
  }

  byte[] name() {
    return name;
  }

  public boolean active() {
    return active;
  }

  public Instant enrolledAt() {
    return enrolledAt;
  }

  public long version() {
    return version;
  }
}
