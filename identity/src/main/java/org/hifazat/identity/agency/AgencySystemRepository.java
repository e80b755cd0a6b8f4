package org.hifazat.identity.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Only administrators ask for these. */
@ApplicationScoped
class AgencySystemRepository implements PanacheRepositoryBase<AgencySystem, UUID> {
  List<AgencySystem> of(UUID agencyId) {
    return list("agencyId = ?1 order by clientId", agencyId);
  }

  boolean clientIdTaken(String clientId) {
    return count("clientId", clientId) > 0;
  }
}
