package org.hifazat.assessment.access;

import java.util.UUID;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.Relation;
import org.jspecify.annotations.Nullable;

/**
 * How far a caller can see: their own cases and those of their unit. Goes into every query; the
 * rules then decide what a colleague's case allows.
 *
 * @param staff the caller, or an id nobody has
 * @param unit their unit, or an id no unit has
 */
public record AccessScope(UUID staff, UUID unit) {

  private static final UUID NOBODY = new UUID(0, 0);

  public static AccessScope of(Caller caller) {
    return new AccessScope(caller.staffId().orElse(NOBODY), caller.unitId().orElse(NOBODY));
  }

  /** How the caller stands to a case of this owner and unit. */
  public Relation relation(@Nullable UUID owner, UUID ofUnit) {
    if (staff.equals(owner)) {
      return Relation.OWN;
    }
    return ofUnit.equals(unit) ? Relation.SAME_UNIT : Relation.OTHER_UNIT;
  }
}
