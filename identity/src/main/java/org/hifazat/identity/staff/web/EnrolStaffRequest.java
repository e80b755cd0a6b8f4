package org.hifazat.identity.staff.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.staff.Assignment;
import org.hifazat.identity.staff.EnrolStaff;
import org.jspecify.annotations.Nullable;

/**
 * Who is taken on.
 *
 * @param username lower-case letters, digits, dots and hyphens, 3 to 64
 * @param roles roles of a unit, or one role of the province
 * @param unitId needed for roles of a unit, absent for others
 */
public record EnrolStaffRequest(
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{2,63}") String username,
    @NotBlank @Size(max = 100) String givenName,
    @NotBlank @Size(max = 100) String familyName,
    @Nullable @Email @Size(max = 200) String email,
    @NotEmpty @Size(max = 4) List<@NotBlank @Size(max = 40) String> roles,
    @Nullable UUID unitId,
    @Nullable UUID supervisorId) {

  EnrolStaff.Command command() {
    return new EnrolStaff.Command(
        username,
        givenName.strip(),
        familyName.strip(),
        email,
        new Assignment(roles, Optional.ofNullable(unitId), Optional.ofNullable(supervisorId)));
  }
}
