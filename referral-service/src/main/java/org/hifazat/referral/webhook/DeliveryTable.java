package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** The SQL of what is on its way. Only the first waiting message of a referral is ever tried. */
@ApplicationScoped
class DeliveryTable {
  /** Of {@code x}: due, and nothing of its referral waits before it. */
  static final String DUE =
      """
       x.state = 'waiting' and x.next_at <= :now
         and not exists (select 1 from webhook_delivery earlier
              where earlier.endpoint_id = x.endpoint_id and earlier.referral_id = x.referral_id
                and earlier.state = 'waiting' and earlier.seq < x.seq)""";

  private final Session session;

  DeliveryTable(Session session) {
    this.session = session;
  }

  /** A message somebody is about to send. */
  record Claimed(
      UUID endpoint,
      UUID message,
      UUID claim,
      UUID referral,
      String type,
      Instant happenedAt,
      int attempts) {}

  /**
   * Takes the next message of an endpoint, so that no other instance sends it too.
   *
   * @param until when somebody else may take it, should this one be gone by then
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Claimed> claim(UUID endpoint, UUID claim, Instant now, Instant until) {
    return session
        .createNativeQuery(
            """
            update webhook_delivery d set claim = :claim, next_at = :until
             where d.endpoint_id = :endpoint and d.state = 'waiting' and d.next_at <= :now
               and d.message_id = (select x.message_id from webhook_delivery x
                      join webhook_endpoint e on e.id = x.endpoint_id and e.state = 'active'
                     where x.endpoint_id = :endpoint and\s"""
                + DUE
                + """
                     order by x.next_at, x.seq limit 1)
            returning d.message_id, d.referral_id, d.type, d.happened_at, d.attempts""",
            Object[].class)
        .setParameter("claim", claim)
        .setParameter("until", until)
        .setParameter("endpoint", endpoint)
        .setParameter("now", now)
        .getResultList()
        .stream()
        .findFirst()
        .map(
            row ->
                new Claimed(
                    endpoint,
                    (UUID) row[0],
                    claim,
                    (UUID) row[1],
                    (String) row[2],
                    (Instant) row[3],
                    (Integer) row[4]));
  }

  /**
   * Records what became of a try.
   *
   * @param state waiting, delivered or failed
   * @param next when it is tried again; null unless it waits
   * @return false when the message is somebody else's by now, or gone with its endpoint
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean tried(Claimed one, Answer answer, String state, @Nullable Instant next, Instant now) {
    return session
            .createNativeMutationQuery(
                """
                update webhook_delivery set state = :state, attempts = attempts + 1, next_at = :next,
                       claim = null, last_at = :now, last_outcome = :outcome, last_status = :status,
                       delivered_at = case when :state = 'delivered' then cast(:now as timestamptz)
                                           else delivered_at end
                 where endpoint_id = :endpoint and message_id = :message and claim = :claim""")
            .setParameter("state", state)
            .setParameter("next", next, Instant.class)
            .setParameter("now", now)
            .setParameter("outcome", answer.label())
            .setParameter(
                "status",
                answer instanceof Answer.Status(int code, var any) ? Integer.valueOf(code) : null,
                Integer.class)
            .setParameter("endpoint", one.endpoint())
            .setParameter("message", one.message())
            .setParameter("claim", one.claim())
            .executeUpdate()
        == 1;
  }

  /** What follows in the same referral waits with it, and is not looked at meanwhile. */
  @Transactional(Transactional.TxType.MANDATORY)
  void postponeFollowers(Claimed one, Instant until) {
    session
        .createNativeMutationQuery(
            """
            update webhook_delivery set next_at = :until
             where endpoint_id = :endpoint and referral_id = :referral and state = 'waiting'
               and message_id <> :message and next_at < :until""")
        .setParameter("until", until)
        .setParameter("endpoint", one.endpoint())
        .setParameter("referral", one.referral())
        .setParameter("message", one.message())
        .executeUpdate();
  }

  /** All that waits goes now; what is being tried stays as it is. */
  @Transactional(Transactional.TxType.MANDATORY)
  void bringForward(UUID endpoint, Instant now) {
    session
        .createNativeMutationQuery(
            """
            update webhook_delivery set next_at = :now
             where endpoint_id = :endpoint and state = 'waiting' and claim is null
               and next_at > :now""")
        .setParameter("now", now)
        .setParameter("endpoint", endpoint)
        .executeUpdate();
  }

  /**
   * Has messages sent again from their first try on; what is being tried stays as it is.
   *
   * @param message null for all
   * @param since only what was recorded then or later
   * @param failedOnly leaves out what was delivered
   * @return how many
   */
  @Transactional(Transactional.TxType.MANDATORY)
  int again(UUID endpoint, @Nullable UUID message, Instant since, boolean failedOnly, Instant now) {
    String one = message == null ? "" : " and message_id = :message";
    String which = failedOnly ? " and state <> 'delivered'" : "";
    MutationQuery update =
        session.createNativeMutationQuery(
            """
            update webhook_delivery
               set state = 'waiting', attempts = 0, next_at = :now, delivered_at = null
             where endpoint_id = :endpoint and claim is null and recorded_at >= :since"""
                + which
                + one);
    update.setParameter("now", now).setParameter("endpoint", endpoint).setParameter("since", since);
    if (message != null) {
      update.setParameter("message", message);
    }
    return update.executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  int purge(Instant before, int most) {
    return session
        .createNativeMutationQuery(
            """
            delete from webhook_delivery where (endpoint_id, message_id) in
              (select endpoint_id, message_id from webhook_delivery
                where recorded_at < :before limit :most)""")
        .setParameter("before", before)
        .setParameter("most", most)
        .executeUpdate();
  }
}
