package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hibernate.Session;

/** By when an agency has to answer and to have carried a referral out; policy, not code. */
@ApplicationScoped
class Deadlines {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final Session session;

  Deadlines(Session session) {
    this.session = session;
  }

  record Due(Instant respondBy, Instant completeBy) {}

  @Transactional(Transactional.TxType.MANDATORY)
  Due of(String priority, Instant authoredAt) {
    Object[] row =
        session
            .createNativeQuery(
                """
                select respond_hours, complete_hours from referral_deadline
                 where priority = :priority and valid_from <= :day and (valid_to is null or valid_to > :day)
                 order by valid_from desc limit 1""",
                Object[].class)
            .setParameter("priority", priority)
            .setParameter("day", LocalDate.ofInstant(authoredAt, KARACHI))
            .getSingleResult();
    return new Due(
        authoredAt.plus(Duration.ofHours((Integer) row[0])),
        authoredAt.plus(Duration.ofHours((Integer) row[1])));
  }
}
