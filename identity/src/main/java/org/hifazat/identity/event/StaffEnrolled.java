package org.hifazat.identity.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of staff exists, changed roles, unit or supervisor, or left. */
public record StaffEnrolled(
    UUID staffId,
    @Nullable UUID unitId,
    List<String> roles,
    @Nullable UUID supervisorId,
    boolean active) {
  public static final String TYPE = "org.hifazat.directory.staff-enrolled.v1";
}
