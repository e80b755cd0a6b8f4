package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
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

  private record Policy(int respondHours, int completeHours, LocalDate from, LocalDate until) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }

    Due after(Instant authoredAt) {
      return new Due(
          authoredAt.plus(Duration.ofHours(respondHours)),
          authoredAt.plus(Duration.ofHours(completeHours)));
    }
  }

  /** Empty when no policy held on that day. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Due> of(String priority, Instant authoredAt) {
    LocalDate day = LocalDate.ofInstant(authoredAt, KARACHI);
    return session
        .createNativeQuery(
            """
            select respond_hours, complete_hours, valid_from, coalesce(valid_to, date '9999-12-31')
              from referral_deadline where priority = :priority order by valid_from desc""",
            Object[].class)
        .setParameter("priority", priority)
        .getResultList()
        .stream()
        .map(row -> new Policy((Integer) row[0], (Integer) row[1], date(row[2]), date(row[3])))
        .filter(policy -> policy.holdsOn(day))
        .findFirst()
        .map(policy -> policy.after(authoredAt));
  }

  private static LocalDate date(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
