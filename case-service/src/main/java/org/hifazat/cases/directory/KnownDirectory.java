package org.hifazat.cases.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What the directory's events told us, as far as casework needs it. */
@ApplicationScoped
public class KnownDirectory {
  /** The Level-1 Foundational Course is mandatory for unit staff (KPCPWC notification, 2025). */
  private static final int FOUNDATIONAL_COURSE = 1;

  private final Session entities;

  KnownDirectory(Session entities) {
    this.entities = entities;
  }

  /** A district on some day, with the unit that serves it, if one does. */
  public record District(String code, Optional<UUID> unitId) {}

  /** Empty when no such district existed on that day. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<District> district(String code, LocalDate day) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select coalesce((select u.unit_id from known_unit_district u
                                  where u.district_code = d.code order by u.unit_id limit 1), d.unit_id)
                  from known_district d
                 where d.code = :code and d.valid_from <= :day and (d.valid_to is null or d.valid_to > :day)""",
                UUID.class)
            .setParameter("code", code)
            .setParameter("day", day)
            .getResultList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new District(code, Optional.ofNullable((UUID) rows.getFirst())));
  }

  /** Whether each of them is active in the unit; nobody at all is, too. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean allWorkIn(UUID unitId, Collection<UUID> staff) {
    if (staff.isEmpty()) {
      return true;
    }
    Number found =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from known_staff where active and unit_id = :unit"
                        + " and staff_id in (:staff)",
                    Long.class)
                .setParameter("unit", unitId)
                .setParameterList("staff", staff)
                .getSingleResult();
    return found.longValue() == Set.copyOf(staff).size();
  }

  /** Who can be responsible for a case that this member of staff opens. */
  public sealed interface Ownership {
    record Own(UUID staffId) implements Ownership {}

    /** The worker may not own it: a colleague answers for it until an owner is found. */
    record Another(@Nullable UUID staffId) implements Ownership {}
  }

  /** Whether a member of staff works in the unit now, in a role that has cases. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean takesCases(UUID staffId, UUID unitId) {
    return entities
        .createNativeQuery(
            """
            select exists (select 1 from known_staff
                            where staff_id = :staff and unit_id = :unit and active
                              and roles && array['social-worker', 'protection-officer', 'psychologist', 'supervisor'])""",
            Boolean.class)
        .setParameter("staff", staffId)
        .setParameter("unit", unitId)
        .getSingleResult();
  }

  /**
   * A supervisor of the unit who is not this member of staff: their own before any other.
   *
   * @param named who alone may know, of a sealed case: often just not the worker's own supervisor
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> supervisorBeside(UUID staffId, UUID unitId, Optional<List<UUID>> named) {
    return entities
        .createNativeQuery(
            """
            select s.staff_id from known_staff s
             where s.active and s.unit_id = :unit and 'supervisor' = any (s.roles) and s.staff_id <> :staff
               and (cast(:named as uuid[]) is null or s.staff_id = any (cast(:named as uuid[])))
             order by s.staff_id = (select w.supervisor_id from known_staff w where w.staff_id = :staff) desc nulls last,
                      s.staff_id
             limit 1""",
            UUID.class)
        .setParameter("staff", staffId)
        .setParameter("unit", unitId)
        .setParameter("named", array(named), UUID[].class)
        .getResultStream()
        .findFirst();
  }

  /** A supervisor of the unit, other than this member of staff, who may own a case on that day. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> standInFor(
      UUID staffId, UUID unitId, LocalDate day, Optional<List<UUID>> named) {
    return entities
        .createNativeQuery(
            """
            select s.staff_id from known_staff s
             where s.active and s.unit_id = :unit and 'supervisor' = any (s.roles) and s.staff_id <> :staff
               and (cast(:named as uuid[]) is null or s.staff_id = any (cast(:named as uuid[])))
               and exists (select 1 from known_certificate c
                            where c.staff_id = s.staff_id and c.level >= :level
                              and c.valid_from <= :day and c.valid_to >= :day)
             order by s.staff_id = (select w.supervisor_id from known_staff w where w.staff_id = :staff) desc nulls last,
                      s.staff_id
             limit 1""",
            UUID.class)
        .setParameter("staff", staffId)
        .setParameter("unit", unitId)
        .setParameter("named", array(named), UUID[].class)
        .setParameter("level", FOUNDATIONAL_COURSE)
        .setParameter("day", day)
        .getResultStream()
        .findFirst();
  }

  private static UUID @Nullable [] array(Optional<List<UUID>> named) {
    return named.map(all -> all.toArray(UUID[]::new)).orElse(null);
  }

  /** Whether somebody has the certificate without which nobody owns a case, on that day. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean mayOwn(UUID staffId, LocalDate day) {
    return entities
        .createNativeQuery(
            """
            select exists (select 1 from known_certificate
                            where staff_id = :staff and level >= :level
                              and valid_from <= :day and valid_to >= :day)""",
            Boolean.class)
        .setParameter("staff", staffId)
        .setParameter("level", FOUNDATIONAL_COURSE)
        .setParameter("day", day)
        .getSingleResult();
  }

  /** The supervisor of a unit that has one, and no more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> onlySupervisor(UUID unitId) {
    List<UUID> supervisors =
        entities
            .createNativeQuery(
                "select staff_id from known_staff"
                    + " where unit_id = :unit and active and 'supervisor' = any (roles) limit 2",
                UUID.class)
            .setParameter("unit", unitId)
            .getResultList();
    return supervisors.size() == 1 ? Optional.of(supervisors.getFirst()) : Optional.empty();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> supervisorsOf(UUID unitId) {
    return entities
        .createNativeQuery(
            "select staff_id from known_staff where active and unit_id = :unit"
                + " and 'supervisor' = any (roles) order by staff_id",
            UUID.class)
        .setParameter("unit", unitId)
        .getResultList();
  }

  /** Who of a unit is told when a child may be in danger. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> supervisorsAndPsychologistsOf(UUID unitId) {
    return entities
        .createNativeQuery(
            "select staff_id from known_staff where active and unit_id = :unit"
                + " and roles && array['supervisor', 'psychologist'] order by staff_id",
            UUID.class)
        .setParameter("unit", unitId)
        .getResultList();
  }

  /** Whether somebody who is active has a role. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hasRole(UUID staffId, String role) {
    return entities
        .createNativeQuery(
            "select exists (select 1 from known_staff"
                + " where staff_id = :staff and active and :role = any (roles))",
            Boolean.class)
        .setParameter("staff", staffId)
        .setParameter("role", role)
        .getSingleResult();
  }

  /**
   * A worker with a current Level-1 certificate owns what they open. Otherwise the supervisor
   * answers, so that a lapsed certificate never stops an emergency from being written down.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Ownership ownerOfCaseOpenedBy(UUID staffId, UUID unitId, LocalDate day) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select s.staff_id
                  from known_staff s
                 where s.active and s.unit_id = :unit
                   and (s.staff_id = :staff or 'supervisor' = any (s.roles))
                   and exists (select 1 from known_certificate c
                                where c.staff_id = s.staff_id and c.level >= :level
                                  and c.valid_from <= :day and c.valid_to >= :day)
                 order by s.staff_id = :staff desc,
                          s.staff_id = (select w.supervisor_id from known_staff w where w.staff_id = :staff) desc nulls last,
                          s.staff_id
                 limit 1""",
                UUID.class)
            .setParameter("staff", staffId)
            .setParameter("unit", unitId)
            .setParameter("level", FOUNDATIONAL_COURSE)
            .setParameter("day", day)
            .getResultList();
    UUID found = rows.isEmpty() ? null : (UUID) rows.getFirst();
    return staffId.equals(found) ? new Ownership.Own(staffId) : new Ownership.Another(found);
  }
}
