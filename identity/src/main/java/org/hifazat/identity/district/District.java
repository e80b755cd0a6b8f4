package org.hifazat.identity.district;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.Names;
import org.jspecify.annotations.Nullable;

/** A district with its dates, so that a split never rewrites what was recorded before it. */
@Entity
@Table(name = "district")
public class District {
  @Id private String code;
  @Column private String division;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_ur")
  private String nameUr;

  @Column(name = "name_ps")
  private String namePs;

  @Column(name = "unit_id")
  private @Nullable UUID unitId;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private @Nullable LocalDate validTo;

  @Column(name = "split_from")
  private @Nullable String splitFrom;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected District() {}

  static District listed(ListDistrict.Command command) {
    District district = new District();
    district.code = command.code();
    district.division = command.division();
    district.nameEn = command.names().en();
    district.nameUr = command.names().ur();
    district.namePs = command.names().ps();
    district.unitId = command.unitId().orElse(null);
    district.validFrom = command.validFrom();
    district.splitFrom = command.splitFrom().orElse(null);
    return district;
  }

  public String code() {
    return code;
  }

  public String division() {
    return division;
  }

  public Names names() {
    return new Names(nameEn, nameUr, namePs);
  }

  public Optional<UUID> unitId() {
    return Optional.ofNullable(unitId);
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public Optional<LocalDate> validTo() {
    return Optional.ofNullable(validTo);
  }

  public long version() {
    return version;
  }
}
