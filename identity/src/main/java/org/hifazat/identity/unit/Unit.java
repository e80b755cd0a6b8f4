package org.hifazat.identity.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hifazat.identity.Names;

/** A Child Protection Unit. */
@Entity
@Table(name = "unit")
public class Unit {
  @Id private UUID id;
  @Column private String code;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_ur")
  private String nameUr;

  @Column(name = "name_ps")
  private String namePs;

  @Column(name = "management_line")
  private String managementLine;

  @Column private String basis;
  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Unit() {}

  static Unit established(UUID id, String code, Names names, String managementLine, String basis) {
    Unit unit = new Unit();
    unit.id = id;
    unit.code = code;
    unit.nameEn = names.en();
    unit.nameUr = names.ur();
    unit.namePs = names.ps();
    unit.managementLine = managementLine;
    unit.basis = basis;
    return unit;
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }

  public Names names() {
    return new Names(nameEn, nameUr, namePs);
  }

  /** settled or merged: which directorate it reports to. */
  public String managementLine() {
    return managementLine;
  }

  public long version() {
    return version;
  }
}
