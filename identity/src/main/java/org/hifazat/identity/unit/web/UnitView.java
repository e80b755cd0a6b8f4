package org.hifazat.identity.unit.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.Names;
import org.hifazat.identity.unit.Units;

/**
 * A unit as everybody sees it.
 *
 * @param managementLine settled (KPCPWC) or merged (Directorate of Social Welfare Merged Districts)
 */
public record UnitView(
    @Schema(required = true) UUID id,
    @Schema(required = true) String code,
    @Schema(required = true) Names name,
    @Schema(
            required = true,
            enumeration = {"settled", "merged"})
        String managementLine,
    @Schema(required = true) List<String> districtCodes) {

  static UnitView of(Units.Known known) {
    return new UnitView(
        known.unit().id(),
        known.unit().code(),
        known.unit().names(),
        known.unit().managementLine(),
        known.districtCodes());
  }
}
