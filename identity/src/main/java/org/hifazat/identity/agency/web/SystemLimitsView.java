package org.hifazat.identity.agency.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hifazat.identity.agency.SystemLimits;

/**
 * How much of what its agency may do a system may; an empty list is no limit. A system with any
 * limit keeps nothing of its agency's (webhooks, notices, code maps, entries of the directory).
 *
 * @param scopes read: referrals, their threads and files; answer: steps, messages, returns and
 *     questions about room; attach: sending files
 * @param districtCodes districts of the cases
 * @param categories kinds of service asked for, as in legal-aid
 */
public record SystemLimitsView(
    @NotNull @Size(max = 3) List<@NotNull @Pattern(regexp = "read|answer|attach") String> scopes,
    @NotNull @Size(max = 60) List<@NotBlank @Size(max = 60) String> districtCodes,
    @NotNull @Size(max = 40)
        List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,59}") String> categories) {

  static SystemLimitsView of(SystemLimits limits) {
    return new SystemLimitsView(limits.scopes(), limits.districtCodes(), limits.categories());
  }

  SystemLimits limits() {
    return new SystemLimits(scopes, districtCodes, categories);
  }
}
