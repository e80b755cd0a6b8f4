package org.hifazat.identity.agency.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reach is decided by row-level security: administrators and jobs; of whom senders choose, also
 * units and the agency itself.
 */
@ApplicationScoped
class AgencyPersonRepository implements PanacheRepositoryBase<AgencyPerson, UUID> {
  List<AgencyPerson> of(UUID agencyId) {
    return list("agencyId = ?1 order by enrolledAt, id", agencyId);
  }

  /** Whom senders choose. */
  List<AgencyPerson> listed(UUID agencyId, int most) {
    return find(
            "agencyId = ?1 and active and shownAs is not null order by enrolledAt, id", agencyId)
        .page(0, most)
        .list();
  }

  /** Of that agency; another's is not there. */
  Optional<AgencyPerson> find(UUID agencyId, UUID id) {
    return findByIdOptional(id).filter(person -> person.agencyId().equals(agencyId));
  }
}
