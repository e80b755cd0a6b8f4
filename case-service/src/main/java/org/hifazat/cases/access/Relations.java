package org.hifazat.cases.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.jspecify.annotations.Nullable;

/** How the caller stands to a case or to something of a case. */
@ApplicationScoped
public class Relations {
  private final CallerContext callers;
  private final EmergencyPass emergencies;

  Relations(CallerContext callers, EmergencyPass emergencies) {
    this.callers = callers;
    this.emergencies = emergencies;
  }

  /** To a case that is asked for: whom an emergency lets in reads it as if it were theirs. */
  public Relation to(CaseOperation operation, Guarded file) {
    Relation plain = to(file);
    return switch (plain) {
      case OWN, NONE, REFERRED_IN, SEALED -> plain;
      case SAME_UNIT ->
          !callers.current().has(Role.SUPERVISOR) && emergencies.opens(operation, file.id())
              ? Relation.OWN
              : plain;
      case OTHER_UNIT -> emergencies.opens(operation, file.id()) ? Relation.OWN : plain;
    };
  }

  /** To a case: its owner and its members have it as their own; of a sealed one, who is named. */
  public Relation to(Guarded file) {
    Optional<UUID> staff = callers.current().staffId();
    Optional<List<UUID>> named = file.namedIds();
    if (named.isPresent()) {
      return staff.filter(named.get()::contains).isPresent() ? Relation.OWN : Relation.SEALED;
    }
    return staff.filter(file.memberIds()::contains).isPresent()
        ? Relation.OWN
        : to(file.unitId(), file.ownerId().orElse(null));
  }

  /** To something of a case that has an owner of its own. */
  public Relation to(UUID unitId, @Nullable UUID ownerId) {
    Caller caller = callers.current();
    if (ownerId != null && caller.staffId().filter(ownerId::equals).isPresent()) {
      return Relation.OWN;
    }
    return caller.unitId().filter(unitId::equals).isPresent()
        ? Relation.SAME_UNIT
        : Relation.OTHER_UNIT;
  }
}
