package org.hifazat.identity.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.access.Role;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reach is decided by row-level security: who the caller may not see is absent here. */
@ApplicationScoped
class StaffRepository implements PanacheRepositoryBase<Staff, UUID> {
  /** The databases order texts by their bytes, and no user name holds this character. */
  private static final String AFTER_EVERY_NAME = "~";

  Optional<Staff> withinReach(UUID id) {
    return findByIdOptional(id);
  }

  /** Of any unit: whom to write to there, and nobody else of them. */
  @SuppressWarnings("unchecked")
  List<Staff> supervisorsOf(UUID unitId) {
    return getEntityManager()
        .createNativeQuery("select * from supervisors_of(?1)", Staff.class)
        .setParameter(1, unitId)
        .getResultList();
  }

  /** Whoever keeps the directory now. */
  @SuppressWarnings("unchecked")
  List<Staff> activeAdministrators() {
    return getEntityManager()
        .createNativeQuery("select * from staff where active and ?1 = any(roles)", Staff.class)
        .setParameter(1, Role.COMMISSION_ADMIN)
        .getResultList();
  }

  /** Until the end of the transaction nobody else takes on the first one. */
  void lockAdministrators() {
    getEntityManager()
        .createNativeQuery("select pg_advisory_xact_lock(hashtext('first-administrator'))")
        .getResultList();
  }

  /**
   * Whom to list; what is null narrows nothing.
   *
   * @param username how their user names begin
   * @param notCertifiedAfter whose certificates all end by that day, of those who need one
   */
  record Filter(
      @Nullable UUID unitId, @Nullable String username, @Nullable LocalDate notCertifiedAfter) {}

  /** Newest last, after the cursor. */
  List<Staff> page(Filter filter, @Nullable Cursor after, int most) {
    StringBuilder query = new StringBuilder("from Staff s where 1 = 1");
    Parameters parameters = new Parameters();
    if (filter.unitId() != null) {
      query.append(" and s.unitId = :unit");
      parameters.and("unit", filter.unitId());
    }
    if (filter.username() != null) {
      // A range and not "like", which row-level security would not let the index answer.
      query.append(" and s.username >= :from and s.username < :to");
      parameters.and("from", filter.username()).and("to", filter.username() + AFTER_EVERY_NAME);
    }
    if (filter.notCertifiedAfter() != null) {
      query.append(
          """
           and s.active and s.unitId is not null and not exists (
             select 1 from Certificate c where c.staffId = s.id and c.validTo > :day)
          """);
      parameters.and("day", filter.notCertifiedAfter());
    }
    if (after != null) {
      query.append(" and (s.enrolledAt, s.id) > (:at, :id)");
      parameters.and("at", after.at()).and("id", after.id());
    }
    return find(query + " order by s.enrolledAt, s.id", parameters.map()).page(0, most).list();
  }
}
