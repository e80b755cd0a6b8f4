package org.hifazat.identity.event;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A district exists, was renamed or was given to a unit. */
public record DistrictListed(
    String districtCode,
    String division,
    String nameEn,
    String nameUr,
    String namePs,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable UUID unitId) {
  public static final String TYPE = "org.hifazat.directory.district-listed.v1";
}
