package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Orders of courts and committees, learnt from events: which, of which case, how long. No words.
 */
@ApplicationScoped
public class KnownOrders {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  /** Takes a child into protective custody without an order of a court. */
  private static final String NO_COURT = "protection-officer";

  private final Session session;
  private final Clock clock;

  KnownOrders(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * An order as it stands.
   *
   * @param endsOn its last day; null when it has none
   * @param ended it was ended before that
   */
  record Order(
      UUID id,
      UUID caseId,
      String madeBy,
      LocalDate beginsOn,
      @Nullable LocalDate endsOn,
      boolean ended) {}

  /** What is older than what is known changes nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  void learn(Order order, long version) {
    session
        .createNativeMutationQuery(
            """
            insert into known_order (order_id, case_id, made_by, begins_on, ends_on, ended, version)
            values (:id, :case, :by, :begins, :ends, :ended, :version)
            on conflict (order_id) do update
               set ends_on = excluded.ends_on, ended = excluded.ended, version = excluded.version
             where known_order.version < excluded.version""")
        .setParameter("id", order.id())
        .setParameter("case", order.caseId())
        .setParameter("by", order.madeBy())
        .setParameter("begins", order.beginsOn())
        .setParameter("ends", order.endsOn(), LocalDate.class)
        .setParameter("ended", order.ended())
        .setParameter("version", version)
        .executeUpdate();
  }

  /** Whether it is a court's or committee's order about the child of the case, and holds today. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean inForce(UUID caseId, UUID orderId) {
    return session
        .createNativeQuery(
            """
            with recursive part as (
              select cast(:case as uuid) as id
              union
              select k.case_id from part join known_case k on k.surviving_case = part.id)
            select exists (
              select 1 from known_order o
               where o.order_id = :id and o.case_id in (select id from part) and not o.ended
                 and o.made_by <> :none and o.begins_on <= :day
                 and (o.ends_on is null or o.ends_on >= :day))""",
            Boolean.class)
        .setParameter("case", caseId)
        .setParameter("id", orderId)
        .setParameter("none", NO_COURT)
        .setParameter("day", LocalDate.ofInstant(clock.instant(), KARACHI))
        .getSingleResult();
  }
}
