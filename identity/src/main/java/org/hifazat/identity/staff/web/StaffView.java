package org.hifazat.identity.staff.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.staff.StaffQueries;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as colleagues and administrators see them.
 *
 * @param unitId absent at province level
 */
public record StaffView(
    @Schema(required = true) UUID staffId,
    @Schema(required = true) String username,
    @Schema(required = true) String displayName,
    @Schema(required = true) List<String> roles,
    @Nullable UUID unitId,
    @Nullable UUID supervisorId,
    @Schema(required = true) boolean active) {

  static StaffView of(StaffQueries.Known known) {
    return new StaffView(
        known.staff().id(),
        known.staff().username(),
        known.displayName(),
        known.staff().roles(),
        known.staff().unitId().orElse(null),
        known.staff().supervisorId().orElse(null),
        known.staff().active());
  }
}
