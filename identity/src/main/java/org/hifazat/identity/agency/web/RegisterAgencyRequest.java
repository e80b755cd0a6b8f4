package org.hifazat.identity.agency.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hifazat.identity.Names;
import org.hifazat.identity.agency.RegisterAgency;
import org.jspecify.annotations.Nullable;

/**
 * A new partner agency.
 *
 * @param districtCodes districts it serves; may be empty
 * @param sandbox for a partner's developers, with invented referrals only; it stays one
 */
public record RegisterAgencyRequest(
    @NotNull @Valid Names name,
    @NotNull @Pattern(regexp = "police|court|hospital|legal-aid|shelter|school|nadra|ngo")
        String kind,
    @NotNull @Size(max = 60) List<@NotBlank @Size(max = 60) String> districtCodes,
    @Nullable Boolean sandbox) {

  RegisterAgency.Command command() {
    return new RegisterAgency.Command(name, kind, districtCodes, Boolean.TRUE.equals(sandbox));
  }
}
