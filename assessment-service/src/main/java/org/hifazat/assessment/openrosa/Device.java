package org.hifazat.assessment.openrosa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.platform.security.Relation;
import org.jspecify.annotations.Nullable;

/** A telephone or tablet that a member of staff assesses with. */
@Entity
@Table(name = "device")
public class Device {

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "staff_id")
  private UUID staffId;

  @Column(name = "unit_id")
  private @Nullable UUID unitId;

  @Column(name = "label")
  private String label;

  @Column(name = "token_sha256")
  private byte[] tokenHash;

  @Column(name = "enrolled_at")
  private Instant enrolledAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "revoked_by")
  private @Nullable UUID revokedBy;

  /** For Hibernate. */
  protected Device() {}

  /** Whose it is. */
  record Owner(UUID staffId, @Nullable UUID unitId) {}

  /** From when until when its token opens anything. */
  record Span(Instant from, Instant until) {}

  Device(UUID id, Owner owner, String label, byte[] tokenHash, Span span) {
    this.id = id;
    this.staffId = owner.staffId();
    this.unitId = owner.unitId();
    this.label = label;
    this.tokenHash = tokenHash.clone();
    this.enrolledAt = span.from();
    this.expiresAt = span.until();
  }

  public UUID id() {
    return id;
  }

  public UUID staffId() {
    return staffId;
  }

  public String label() {
    return label;
  }

  public Instant enrolledAt() {
    return enrolledAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  Relation relationTo(AccessScope scope) {
    return unitId == null
        ? scope.relation(staffId, new UUID(0, 1))
        : scope.relation(staffId, unitId);
  }

  /** From now on its token opens nothing; a second time changes nothing. */
  void revoke(UUID by, Instant at) {
    if (revokedAt == null) {
      revokedAt = at;
      revokedBy = by;
    }
  }
}
