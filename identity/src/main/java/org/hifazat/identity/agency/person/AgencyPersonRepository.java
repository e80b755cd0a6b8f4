package org.hifazat.identity.agency.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Reach is decided by row-level security: administrators and jobs; of whom senders choose, also
 * units and the agency itself.
 */
@ApplicationScoped
class AgencyPersonRepository implements PanacheRepositoryBase<AgencyPerson, UUID> {
  List<AgencyPerson> page(UUID agencyId, @Nullable Cursor after, int most) {
    return page("agencyId = ?1", agencyId, after, most);
  }

  /** Whom senders choose. */
  List<AgencyPerson> listed(UUID agencyId, @Nullable Cursor after, int most) {
    return page("agencyId = ?1 and active and shownAs is not null", agencyId, after, most);
  }

  private List<AgencyPerson> page(String which, UUID agencyId, @Nullable Cursor after, int most) {
    String order = " order by enrolledAt, id";
    return (after == null
            ? find(which + order, agencyId)
            : find(
                which + " and (enrolledAt, id) > (?2, ?3)" + order,
                agencyId,
                after.at(),
                after.id()))
        .page(0, most)
        .list();
  }

  /** Of that agency; another's is not there. */
  Optional<AgencyPerson> find(UUID agencyId, UUID id) {
    return findByIdOptional(id).filter(person -> person.agencyId().equals(agencyId));
  }
}
