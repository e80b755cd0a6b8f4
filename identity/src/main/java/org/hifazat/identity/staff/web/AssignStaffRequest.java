package org.hifazat.identity.staff.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.staff.Assignment;
import org.jspecify.annotations.Nullable;

/** Another assignment; replaces the present one whole. */
public record AssignStaffRequest(
    @NotEmpty @Size(max = 4) List<@NotBlank @Size(max = 40) String> roles,
    @Nullable UUID unitId,
    @Nullable UUID supervisorId) {

  Assignment assignment() {
    return new Assignment(roles, Optional.ofNullable(unitId), Optional.ofNullable(supervisorId));
  }
}
