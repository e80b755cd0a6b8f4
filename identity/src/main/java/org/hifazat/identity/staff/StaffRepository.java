package org.hifazat.identity.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reach is decided by row-level security: who the caller may not see is absent here. */
@ApplicationScoped
class StaffRepository implements PanacheRepositoryBase<Staff, UUID> {
  Optional<Staff> withinReach(UUID id) {
    return findByIdOptional(id);
  }

  boolean usernameTaken(String username) {
    return count("username", username) > 0;
  }

  /** Of any unit: whom to write to there, and nobody else of them. */
  @SuppressWarnings("unchecked")
  List<Staff> supervisorsOf(UUID unitId) {
    return getEntityManager()
        .createNativeQuery("select * from supervisors_of(?1)", Staff.class)
        .setParameter(1, unitId)
        .getResultList();
  }

  /** The unit's people (all for null), newest last, after the cursor. */
  List<Staff> page(@Nullable UUID unitId, @Nullable Cursor after, int most) {
    StringBuilder where = new StringBuilder("1 = 1");
    Parameters parameters = new Parameters();
    if (unitId != null) {
      where.append(" and unitId = :unit");
      parameters.and("unit", unitId);
    }
    if (after != null) {
      where.append(" and (enrolledAt, id) > (:at, :id)");
      parameters.and("at", after.at()).and("id", after.id());
    }
    return find(where + " order by enrolledAt, id", parameters.map()).page(0, most).list();
  }
}
