package org.hifazat.identity.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.Relation;
import org.jspecify.annotations.Nullable;

/** A member of staff. */
@Entity
@Table(name = "staff")
public class Staff {
  @Id private UUID id;
  @Column private String username;

  @Column(name = "given_name")
  private byte[] givenName;

  @Column(name = "family_name")
  private byte[] familyName;

  @Column private byte @Nullable [] email;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> roles;

  @Column(name = "unit_id")
  private @Nullable UUID unitId;

  @Column(name = "supervisor_id")
  private @Nullable UUID supervisorId;

  @Column private boolean active;

  @Column(name = "enrolled_at")
  private Instant enrolledAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Staff() {}

  /** Names and address, already encrypted. */
  record SealedNames(byte[] given, byte[] family, byte @Nullable [] email) {}

  static Staff enrolled(
      UUID id, String username, SealedNames names, Assignment assignment, Instant at) {
    Staff staff = new Staff();
    staff.id = id;
    staff.username = username;
    staff.givenName = names.given();
    staff.familyName = names.family();
    staff.email = names.email();
    staff.active = true;
    staff.enrolledAt = at;
    staff.assign(assignment);
    return staff;
  }

  void assign(Assignment assignment) {
    roles = assignment.roles().stream().distinct().sorted().toList();
    unitId = assignment.unitId().orElse(null);
    supervisorId = assignment.supervisorId().orElse(null);
  }

  /** The address stays. */
  void rename(SealedNames names) {
    givenName = names.given();
    familyName = names.family();
  }

  void deactivate() {
    active = false;
  }

  void reactivate() {
    active = true;
  }

  /** How the caller stands to this person. */
  public Relation relationTo(Caller caller) {
    if (caller.staffId().filter(id::equals).isPresent()) {
      return Relation.OWN;
    }
    return unitId != null && caller.unitId().filter(unitId::equals).isPresent()
        ? Relation.SAME_UNIT
        : Relation.OTHER_UNIT;
  }

  public UUID id() {
    return id;
  }

  public String username() {
    return username;
  }

  byte[] givenName() {
    return givenName;
  }

  byte[] familyName() {
    return familyName;
  }

  public List<String> roles() {
    return roles;
  }

  public Optional<UUID> unitId() {
    return Optional.ofNullable(unitId);
  }

  public Optional<UUID> supervisorId() {
    return Optional.ofNullable(supervisorId);
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
