package org.hifazat.identity.agency.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.agency.RegisterAgencySystem;
import org.hifazat.identity.agency.SystemLimits;
import org.jspecify.annotations.Nullable;

/**
 * A system that is to sign in for the agency.
 *
 * @param jwks its public keys as a JSON Web Key Set: RSA from 2048 bits or EC, each with a kid
 * @param limits absent: it may do all that its agency may
 */
public record RegisterAgencySystemRequest(
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,62}") String clientId,
    @NotNull @Schema(type = SchemaType.OBJECT) JsonNode jwks,
    @Nullable @Valid SystemLimitsView limits) {

  RegisterAgencySystem.Command command(UUID agencyId) {
    return new RegisterAgencySystem.Command(
        agencyId, clientId, jwks, limits == null ? SystemLimits.NONE : limits.limits());
  }
}
