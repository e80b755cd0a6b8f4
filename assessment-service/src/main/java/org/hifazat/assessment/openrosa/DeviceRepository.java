package org.hifazat.assessment.openrosa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;

/** Rows of devices. */
@ApplicationScoped
class DeviceRepository {

  private static final int MOST = 500;

  private final EntityManager database;

  DeviceRepository(EntityManager database) {
    this.database = database;
  }

  void add(Device device) {
    database.persist(device);
    database.flush();
  }

  Optional<Device> find(AccessScope scope, UUID id) {
    return database
        .createQuery(
            "from Device d where d.id = ?1 and (d.staffId = ?2 or d.unitId = ?3)", Device.class)
        .setParameter(1, id)
        .setParameter(2, scope.staff())
        .setParameter(3, scope.unit())
        .getResultStream()
        .findFirst();
  }

  /** The newest first. */
  List<Device> ofStaff(UUID staff) {
    return database
        .createQuery(
            "from Device d where d.staffId = ?1 order by d.enrolledAt desc, d.id", Device.class)
        .setParameter(1, staff)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** The newest first. */
  List<Device> ofUnit(UUID unit) {
    return database
        .createQuery(
            "from Device d where d.unitId = ?1 order by d.enrolledAt desc, d.id", Device.class)
        .setParameter(1, unit)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** Staff id, unit and roles of whom the token is for, as the directory knows them now. */
  Optional<Object[]> holder(byte[] tokenHash, Instant now) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select d.id, d.staff_id, d.unit_id, array_to_string(s.roles, ',')
                from device d join known_staff s on s.staff_id = d.staff_id
                where d.token_sha256 = ?1 and d.revoked_at is null and d.expires_at > ?2
                  and s.active and s.unit_id is not distinct from d.unit_id
                """)
            .setParameter(1, tokenHash)
            .setParameter(2, now)
            .getResultList();
    return rows.stream().map(row -> (Object[]) row).findFirst();
  }

  /** Notes the use, once an hour at most. */
  void used(UUID device, Instant now, Instant anHourAgo) {
    database
        .createQuery(
            "update Device d set d.lastUsedAt = ?2 where d.id = ?1"
                + " and (d.lastUsedAt is null or d.lastUsedAt < ?3)")
        .setParameter(1, device)
        .setParameter(2, now)
        .setParameter(3, anHourAgo)
        .executeUpdate();
  }
}
