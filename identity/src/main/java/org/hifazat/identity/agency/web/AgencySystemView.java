package org.hifazat.identity.agency.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.agency.AgencySystem;

/**
 * A system an agency signs in with.
 *
 * @param clientId what it puts into its assertions as issuer and subject
 */
public record AgencySystemView(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID agencyId,
    @Schema(required = true) String clientId,
    @Schema(required = true) Instant registeredAt,
    @Schema(required = true) SystemLimitsView limits) {

  static AgencySystemView of(AgencySystem system) {
    return new AgencySystemView(
        system.id(),
        system.agencyId(),
        system.clientId(),
        system.registeredAt(),
        SystemLimitsView.of(system.limits()));
  }
}
