package org.hifazat.identity.agency.person.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.hifazat.identity.agency.person.EnrolAgencyPerson;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to sign in for the agency.
 *
 * @param username lower-case letters, digits, dots and hyphens, 3 to 64
 * @param shownAs what senders of referrals call this person (a name, or what they do); nobody
 *     chooses them by name without it
 */
public record EnrolAgencyPersonRequest(
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{2,63}") String username,
    @NotBlank @Size(max = 100) String name,
    @Nullable @Size(min = 1, max = 80) @Pattern(regexp = SHOWN) String shownAs) {

  /** Something to read, on one line. */
  static final String SHOWN = "\\S(?:[^\\p{Cntrl}]*\\S)?";

  EnrolAgencyPerson.Command command(UUID agencyId) {
    return new EnrolAgencyPerson.Command(agencyId, username, name.strip(), shownAs);
  }
}
