package org.hifazat.cases.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;

/** How many open cases a worker has, and what the policy of a day says to that. */
@ApplicationScoped
public class Caseloads {
  private final Session entities;

  Caseloads(Session entities) {
    this.entities = entities;
  }

  /**
   * One statement. Cases out of the caller's reach are not counted.
   *
   * @throws jakarta.persistence.NoResultException when no policy covers the day
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Caseload of(UUID staffId, LocalDate day) {
    Object[] row =
        entities
            .createNativeQuery(
                """
                select p.warn_at, p.reason_at, p.approval_at, count(f.id) as open,
                       coalesce(sum(case f.risk_level when 'high' then p.weight_high
                                                      when 'medium' then p.weight_medium
                                                      when 'low' then p.weight_low
                                                      when 'none' then p.weight_low
                                                      else p.weight_medium end)
                                filter (where f.id is not null), 0) as weighted
                  from caseload_policy p
                  left join case_file f on f.owner_id = :staff and f.state <> 'closed'
                 where p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day)
                 group by p.id, p.warn_at, p.reason_at, p.approval_at""",
                Object[].class)
            .setParameter("staff", staffId)
            .setParameter("day", day)
            .getSingleResult();
    return new Caseload(
        ((Number) row[3]).intValue(),
        ((BigDecimal) row[4]).stripTrailingZeros(),
        (Integer) row[0],
        (Integer) row[1],
        (Integer) row[2]);
  }
}
