package org.hifazat.assessment.staff;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.knowncase.KnownCase;

/** The staff this service has heard of. */
@ApplicationScoped
public class KnownStaff {

  private static final String REMEMBER =
      """
      insert into known_staff (staff_id, unit_id, roles, active, version) values (?1, ?2, ?3, ?4, ?5)
      on conflict (staff_id) do update set unit_id = excluded.unit_id, roles = excluded.roles,
        active = excluded.active, version = excluded.version
      where known_staff.version < excluded.version
      """;

  private static final String PSYCHOLOGISTS =
      """
      select staff_id from known_staff
       where active and 'psychologist' = any (roles) and (unit_id = ?1 or staff_id = any (?2))
       order by staff_id
      """;

  private final Session database;

  KnownStaff(Session database) {
    this.database = database;
  }

  /** Psychologists of the case's unit, and those who work on it: who may supervise there. */
  @Transactional(MANDATORY)
  public List<UUID> psychologistsFor(KnownCase known) {
    return database
        .createNativeQuery(PSYCHOLOGISTS, UUID.class)
        .setParameter(1, known.unitId())
        .setParameter(2, known.memberIds().toArray(UUID[]::new), UUID[].class)
        .getResultList();
  }

  @Transactional(MANDATORY)
  void remember(StaffEnrolled staff, long version) {
    database
        .createNativeMutationQuery(REMEMBER)
        .setParameter(1, staff.staffId())
        .setParameter(2, staff.unitId(), UUID.class)
        .setParameter(3, staff.roles().toArray(String[]::new), String[].class)
        .setParameter(4, staff.active())
        .setParameter(5, version)
        .executeUpdate();
  }
}
