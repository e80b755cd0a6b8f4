package org.hifazat.identity.agency.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Other keys of a system.
 *
 * @param jwks its public keys as a JSON Web Key Set: RSA from 2048 bits or EC, each with a kid
 */
public record SystemKeysRequest(@NotNull @Schema(type = SchemaType.OBJECT) JsonNode jwks) {}
