package org.hifazat.monitoring.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row {@link LearnDistrict} has written. */
@Entity
@Immutable
@Table(name = "known_district")
class KnownDistrict {
  @Id private String code = "";
  private String division = "";

  @Column(name = "name_en")
  private String nameEn = "";

  @Column(name = "name_ur")
  private String nameUr = "";

  @Column(name = "name_ps")
  private String namePs = "";

  @Column(name = "valid_from")
  private LocalDate validFrom = LocalDate.EPOCH;

  @Column(name = "valid_to")
  private @Nullable LocalDate validTo;

  protected KnownDistrict() {}

  District asDistrict() {
    return new District(code, division, nameEn, nameUr, namePs, validFrom, validTo);
  }
}
