package org.hifazat.identity.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An agency's own system: the client it signs in as, and its public keys. */
@Entity
@Table(name = "agency_system")
public class AgencySystem {
  @Id private UUID id;

  @Column(name = "agency_id")
  private UUID agencyId;

  @Column(name = "client_id")
  private String clientId;

  @Column private String jwks;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> scopes;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "district_codes")
  private List<String> districtCodes;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> categories;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected AgencySystem() {}

  static AgencySystem registered(
      UUID id, RegisterAgencySystem.Command command, String jwks, Instant at) {
    AgencySystem system = new AgencySystem();
    system.id = id;
    system.agencyId = command.agencyId();
    system.clientId = command.clientId();
    system.jwks = jwks;
    system.limit(command.limits());
    system.registeredAt = at;
    return system;
  }

  void useKeys(String other) {
    jwks = other;
  }

  final void limit(SystemLimits limits) {
    scopes = limits.scopes();
    districtCodes = limits.districtCodes();
    categories = limits.categories();
  }

  public SystemLimits limits() {
    return new SystemLimits(scopes, districtCodes, categories);
  }

  public UUID id() {
    return id;
  }

  public UUID agencyId() {
    return agencyId;
  }

  public String clientId() {
    return clientId;
  }

  String jwks() {
    return jwks;
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  public long version() {
    return version;
  }
}
