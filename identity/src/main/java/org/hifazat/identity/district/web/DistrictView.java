package org.hifazat.identity.district.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.Names;
import org.hifazat.identity.district.District;
import org.jspecify.annotations.Nullable;

/**
 * A district as everybody sees it.
 *
 * @param unitId unit that serves it; absent where none is known
 * @param validTo last day; absent while in force
 */
public record DistrictView(
    @Schema(required = true) String code,
    @Schema(required = true) String division,
    @Schema(required = true) Names name,
    @Nullable UUID unitId,
    @Schema(required = true) LocalDate validFrom,
    @Nullable LocalDate validTo) {

  static DistrictView of(District district) {
    return new DistrictView(
        district.code(),
        district.division(),
        district.names(),
        district.unitId().orElse(null),
        district.validFrom(),
        district.validTo().orElse(null));
  }
}
