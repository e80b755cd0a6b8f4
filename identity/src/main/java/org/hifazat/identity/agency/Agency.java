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
import org.hifazat.identity.Names;

/** A partner agency that referrals go to. */
@Entity
@Table(name = "agency")
public class Agency {
  @Id private UUID id;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_ur")
  private String nameUr;

  @Column(name = "name_ps")
  private String namePs;

  @Column private String kind;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "district_codes")
  private List<String> districtCodes;

  @Column(updatable = false)
  private boolean sandbox;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Agency() {}

  static Agency registered(UUID id, RegisterAgency.Command command, Instant at) {
    Agency agency = new Agency();
    agency.id = id;
    agency.nameEn = command.names().en();
    agency.nameUr = command.names().ur();
    agency.namePs = command.names().ps();
    agency.kind = command.kind();
    agency.districtCodes = command.districtCodes().stream().distinct().sorted().toList();
    agency.sandbox = command.sandbox();
    agency.registeredAt = at;
    return agency;
  }

  public UUID id() {
    return id;
  }

  public Names names() {
    return new Names(nameEn, nameUr, namePs);
  }

  public String kind() {
    return kind;
  }

  public List<String> districtCodes() {
    return districtCodes;
  }

  /** A partner's developers work with it; no child is ever referred to it. */
  public boolean isSandbox() {
    return sandbox;
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  public long version() {
    return version;
  }
}
