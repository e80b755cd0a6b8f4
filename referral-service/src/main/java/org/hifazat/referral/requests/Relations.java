package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.jspecify.annotations.Nullable;

/** How the caller stands to a case or a referral. */
@ApplicationScoped
class Relations {
  private final CallerContext callers;

  Relations(CallerContext callers) {
    this.callers = callers;
  }

  Relation to(UUID unitId, @Nullable UUID ownerId) {
    Caller caller = callers.current();
    if (ownerId != null && caller.staffId().filter(ownerId::equals).isPresent()) {
      return Relation.OWN;
    }
    return caller.unitId().filter(unitId::equals).isPresent()
        ? Relation.SAME_UNIT
        : Relation.OTHER_UNIT;
  }

  /** For partners: it is addressed to their agency, or not theirs at all. */
  Relation asTarget(Referral referral) {
    return callers.current().agencyId().filter(referral.agencyId()::equals).isPresent()
        ? Relation.REFERRED_IN
        : Relation.OTHER_UNIT;
  }
}
