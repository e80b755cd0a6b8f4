package org.hifazat.identity.agency.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.Names;
import org.hifazat.identity.agency.Agency;

/** An agency as all staff see it. */
public record AgencyView(
    @Schema(required = true) UUID id,
    @Schema(required = true) Names name,
    @Schema(required = true) String kind,
    @Schema(required = true) List<String> districtCodes,
    @Schema(
            required = true,
            description = "For a partner's developers: only invented referrals go to it")
        boolean sandbox) {

  static AgencyView of(Agency agency) {
    return new AgencyView(
        agency.id(), agency.names(), agency.kind(), agency.districtCodes(), agency.isSandbox());
  }
}
