package org.hifazat.identity.staff.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.identity.staff.HeldCertificates;
import org.hifazat.identity.staff.StaffQueries;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as colleagues and administrators see them.
 *
 * @param unitId absent at province level
 * @param certificate the one that counts, or the last that did; only for whoever may see theirs
 */
public record StaffView(
    @Schema(required = true) UUID staffId,
    @Schema(required = true) String username,
    @Schema(required = true) String displayName,
    @Schema(required = true) List<String> roles,
    @Nullable UUID unitId,
    @Nullable UUID supervisorId,
    @Schema(required = true) boolean active,
    @Nullable HeldCertificate certificate) {

  /**
   * @param current whether it counts today: without one nobody may own a case
   * @param endsSoon whether it does, and its last day is near: a renewal should be on its way
   */
  public record HeldCertificate(
      @Schema(required = true) int level,
      @Schema(required = true) LocalDate validTo,
      @Schema(required = true) boolean current,
      @Schema(required = true) boolean endsSoon) {
    static HeldCertificate of(HeldCertificates.Held held) {
      return new HeldCertificate(held.level(), held.validTo(), held.current(), held.endsSoon());
    }
  }

  static StaffView of(StaffQueries.Known known) {
    return new StaffView(
        known.staff().id(),
        known.staff().username(),
        known.displayName(),
        known.staff().roles(),
        known.staff().unitId().orElse(null),
        known.staff().supervisorId().orElse(null),
        known.staff().active(),
        known.certificate().map(HeldCertificate::of).orElse(null));
  }
}
