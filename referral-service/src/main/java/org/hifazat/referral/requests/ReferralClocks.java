package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;

/** The two clocks of each referral: until the agency answers, and until it has carried it out. */
@ApplicationScoped
class ReferralClocks {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final Session session;

  ReferralClocks(Session session) {
    this.session = session;
  }

  /** A clock of which something is due to be told. */
  record Due(UUID referralId, String clock, Level level, Instant dueAt) {}

  /** What is told, in order. */
  enum Level {
    REMINDER,
    SUPERVISOR,
    COMMISSION,
    /** Nobody answered at all: the referral ends. */
    ENDED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** From when it runs until when. */
  private record Run(Instant start, Instant due) {

    /** What was recorded when its time was over already gives the agency that time from then on. */
    static Run of(Referral referral, Instant by) {
      Instant recorded = referral.recordedAt();
      return by.isAfter(recorded)
          ? new Run(referral.authoredAt(), by)
          : new Run(recorded, recorded.plus(Duration.between(referral.authoredAt(), by)));
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void start(Referral referral) {
    Run respond = Run.of(referral, referral.respondBy());
    Run complete = Run.of(referral, referral.completeBy());
    session
        .createNativeMutationQuery(
            """
            insert into referral_clock (referral_id, clock, started_at, due_at, next_at)
            select :id, c.clock, c.start, c.due, c.start + (c.due - c.start) / 2
              from (values ('respond', cast(:start0 as timestamptz), cast(:due0 as timestamptz)),
                           ('complete', cast(:start1 as timestamptz), cast(:due1 as timestamptz)))
                as c (clock, start, due)""")
        .setParameter("id", referral.id())
        .setParameter("start0", respond.start())
        .setParameter("due0", respond.due())
        .setParameter("start1", complete.start())
        .setParameter("due1", complete.due())
        .executeUpdate();
  }

  /** The first stops with any answer, the second when there is nothing more to come. */
  @Transactional(Transactional.TxType.MANDATORY)
  void moved(Referral referral) {
    session
        .createNativeMutationQuery(
            """
            update referral_clock set next_at = null
             where referral_id = :id and next_at is not null and (clock = 'respond' or :final)""")
        .setParameter("id", referral.id())
        .setParameter("final", referral.status().isFinal())
        .executeUpdate();
  }

  /** Of which one instance has the lead until its transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean leads(String job) {
    return session
        .createNativeQuery(
            "select pg_try_advisory_xact_lock(hashtextextended(:job, 0))", Boolean.class)
        .setParameter("job", job)
        .getSingleResult();
  }

  /**
   * Marks what is due as told; the oldest first. A referral nobody answers ends no sooner than the
   * Commission is told, and not where no term is laid down.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Due> take(Instant now, int most) {
    return session
        .createNativeQuery(
            """
            update referral_clock c set told = c.told + 1,
                   next_at = case c.told when 0 then c.due_at
                                         when 1 then c.due_at + (c.due_at - c.started_at)
                                         when 2 then d.ends_at end
              from (select k.referral_id, k.clock,
                           case when k.clock = 'respond' and t.hours is not null
                                then k.due_at + greatest(k.due_at - k.started_at, t.hours * interval '1 hour')
                           end as ends_at
                      from (select * from referral_clock where next_at <= :now
                             order by next_at limit :most) k
                      join referral r on r.id = k.referral_id
                      left join lateral (
                        select hours from unanswered_term
                         where priority = r.priority and valid_from <= :day
                           and (valid_to is null or valid_to > :day)
                         order by valid_from desc limit 1) t on true) d
             where c.referral_id = d.referral_id and c.clock = d.clock
            returning c.referral_id, c.clock, c.told, c.due_at""",
            Object[].class)
        .addScalar("referral_id", UUID.class)
        .addScalar("clock", String.class)
        .addScalar("told", Integer.class)
        .addScalar("due_at", Instant.class)
        .setParameter("now", now)
        .setParameter("day", LocalDate.ofInstant(now, KARACHI))
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(
            row ->
                new Due(
                    (UUID) row[0],
                    (String) row[1],
                    Level.values()[(Integer) row[2] - 1],
                    (Instant) row[3]))
        .toList();
  }
}
