package org.hifazat.cases.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.EmergencyPass;
import org.hifazat.platform.security.CallerContext;

/** What an emergency access opens: reading what helps a child tonight, and changing nothing. */
@ApplicationScoped
class ActiveEmergencies implements EmergencyPass {
  private static final Set<CaseOperation> OPENED =
      EnumSet.of(
          CaseOperation.VIEW_CASE,
          CaseOperation.VIEW_STANDING,
          CaseOperation.VIEW_RISK,
          CaseOperation.VIEW_CHILD,
          CaseOperation.VIEW_PEOPLE,
          CaseOperation.VIEW_TRACING,
          CaseOperation.VIEW_ASSIGNMENTS,
          CaseOperation.VIEW_CASEWORK,
          CaseOperation.VIEW_NOTES,
          CaseOperation.VIEW_DOCUMENTS,
          CaseOperation.VIEW_INCIDENTS,
          CaseOperation.VIEW_LEGAL,
          CaseOperation.VIEW_PLACEMENTS,
          CaseOperation.VIEW_MISSING);

  private final Session entities;
  private final CallerContext callers;
  private final Clock clock;

  ActiveEmergencies(Session entities, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean opens(CaseOperation operation, UUID caseId) {
    return OPENED.contains(operation)
        && callers.current().staffId().filter(staff -> isActive(staff, caseId)).isPresent();
  }

  private boolean isActive(UUID staff, UUID caseId) {
    return entities
            .createQuery(
                "select count(*) from EmergencyAccess where caseId = :case and staffId = :staff"
                    + " and endsAt > :now",
                Long.class)
            .setParameter("case", caseId)
            .setParameter("staff", staff)
            .setParameter("now", clock.instant())
            .getSingleResult()
        > 0;
  }
}
