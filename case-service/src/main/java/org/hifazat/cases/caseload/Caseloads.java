package org.hifazat.cases.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** How many open cases a worker has, and what the policy of a day says to that. */
@ApplicationScoped
public class Caseloads {
  private static final String WEIGHTED =
      """
      coalesce(sum(f.open * case f.risk_level when 'high' then p.weight_high
                                              when 'medium' then p.weight_medium
                                              when 'low' then p.weight_low
                                              when 'none' then p.weight_low
                                              else p.weight_medium end), 0) as weighted""";

  private final Session entities;

  Caseloads(Session entities) {
    this.entities = entities;
  }

  /**
   * One statement. Sealed cases of the caller's unit are counted, too, for whoever asks.
   *
   * @throws jakarta.persistence.NoResultException when no policy covers the day
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Caseload of(UUID staffId, LocalDate day) {
    Object[] row =
        entities
            .createNativeQuery(
                """
                select p.warn_at, p.reason_at, p.approval_at, coalesce(sum(f.open), 0) as open, %s
                  from caseload_policy p
                  left join open_cases_counted() f on f.owner_id = :staff
                 where p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day)
                 group by p.id, p.warn_at, p.reason_at, p.approval_at"""
                    .formatted(WEIGHTED),
                Object[].class)
            .setParameter("staff", staffId)
            .setParameter("day", day)
            .getSingleResult();
    return caseload(row);
  }

  /**
   * The same, when the worker is about to get a case: two who give one worker a case at once are
   * taken one after the other, so that neither slips under a limit.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Caseload beforeOneMore(UUID staffId, LocalDate day) {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(:owner, 0))", Integer.class)
        .setParameter("owner", "caseload:" + staffId)
        .getSingleResult();
    return of(staffId, day);
  }

  /**
   * A worker and what they have.
   *
   * @param mayOwn holds the certificate without which nobody owns a case
   */
  public record Worker(UUID staffId, List<String> roles, boolean mayOwn, Caseload caseload) {}

  /** All of a unit who may have cases, in one statement; who has least first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Worker> ofUnit(UUID unitId, LocalDate day) {
    return entities
        .createNativeQuery(
            """
            select p.warn_at, p.reason_at, p.approval_at, coalesce(sum(f.open), 0) as open, %s, s.staff_id, s.roles,
                   exists (select 1 from known_certificate c
                            where c.staff_id = s.staff_id and c.level >= 1
                              and c.valid_from <= :day and c.valid_to >= :day) as certified
              from known_staff s
              join caseload_policy p on p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day)
              left join open_cases_counted() f on f.unit_id = :unit and f.owner_id = s.staff_id
             where s.unit_id = :unit and s.active
               and s.roles && array['social-worker', 'protection-officer', 'psychologist', 'supervisor']
             group by p.id, p.warn_at, p.reason_at, p.approval_at, s.staff_id, s.roles
             order by weighted, open, s.staff_id"""
                .formatted(WEIGHTED),
            Object[].class)
        .addScalar("warn_at", Integer.class)
        .addScalar("reason_at", Integer.class)
        .addScalar("approval_at", Integer.class)
        .addScalar("open", Long.class)
        .addScalar("weighted", BigDecimal.class)
        .addScalar("staff_id", UUID.class)
        .addScalar("roles", String[].class)
        .addScalar("certified", Boolean.class)
        .setParameter("unit", unitId)
        .setParameter("day", day)
        .getResultStream()
        .map(
            row ->
                new Worker(
                    (UUID) row[5], List.of((String[]) row[6]), (Boolean) row[7], caseload(row)))
        .toList();
  }

  private static Caseload caseload(Object[] row) {
    return new Caseload(
        ((Number) row[3]).intValue(),
        ((BigDecimal) row[4]).stripTrailingZeros(),
        (Integer) row[0],
        (Integer) row[1],
        (Integer) row[2]);
  }
}
