package org.hifazat.identity.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** Only administrators ask for these. */
@ApplicationScoped
class AgencySystemRepository implements PanacheRepositoryBase<AgencySystem, UUID> {
  List<AgencySystem> of(UUID agencyId) {
    return list("agencyId = ?1 order by clientId", agencyId);
  }

  /**
   * One of an agency's, in the version that was read.
   *
   * @throws ProblemException not-found or stale
   */
  AgencySystem asRead(UUID agencyId, UUID systemId, long expectedVersion) {
    AgencySystem system =
        findByIdOptional(systemId)
            .filter(found -> found.agencyId().equals(agencyId))
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    Preconditions.check(expectedVersion, system.version());
    return system;
  }

  boolean clientIdTaken(String clientId) {
    return count("clientId", clientId) > 0;
  }
}
