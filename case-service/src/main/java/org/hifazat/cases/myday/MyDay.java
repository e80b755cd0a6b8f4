package org.hifazat.cases.myday;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** What a worker begins the day with. */
@ApplicationScoped
public class MyDay {
  private static final Duration NEW = Duration.ofDays(7);
  private static final int MOST_NEW = 20;

  private final Session entities;
  private final Caseloads caseloads;
  private final CallerContext callers;
  private final Clock clock;

  MyDay(Session entities, Caseloads caseloads, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.caseloads = caseloads;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param overdue the deadline has passed
   * @param today due today, a day of Pakistan, and not overdue
   * @param week due in the six days after today
   */
  public record Tasks(long overdue, long today, long week, long later) {}

  /** A case that became the worker's own in the last seven days. */
  public record NewCase(UUID id, String number, @Nullable String riskLevel, Instant openedAt) {}

  /** The whole of it. */
  public record Morning(Instant asOf, Tasks tasks, List<NewCase> newCases, Caseload caseload) {}

  /** Three statements, whatever the worker has to do. */
  @Transactional
  public Morning morning() {
    Caller caller = callers.current();
    UUID staff = caller.staffId().orElseThrow();
    Instant now = clock.instant();
    LocalDate day = KarachiTime.day(now);
    return new Morning(
        now,
        tasks(staff, caller.has(Role.SUPERVISOR), now, day),
        newCases(staff, now),
        caseloads.of(staff, day));
  }

  /** What nobody owns stands before the unit's supervisor, as in the list of tasks. */
  private Tasks tasks(UUID staff, boolean supervisor, Instant now, LocalDate day) {
    Object[] row =
        entities
            .createNativeQuery(
                """
                select count(*) filter (where due_at < :now) as overdue,
                       count(*) filter (where due_at >= :now and due_at < :tomorrow) as today,
                       count(*) filter (where due_at >= :now and due_at >= :tomorrow and due_at < :week) as week,
                       count(*) filter (where due_at >= :now and due_at >= :week) as later
                  from task
                 where state = 'open' and (owner_id = :staff or (:supervisor and owner_id is null))""",
                Object[].class)
            .setParameter("now", now)
            .setParameter("tomorrow", midnight(day.plusDays(1)))
            .setParameter("week", midnight(day.plusDays(7)))
            .setParameter("staff", staff)
            .setParameter("supervisor", supervisor)
            .getSingleResult();
    return new Tasks(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
  }

  private List<NewCase> newCases(UUID staff, Instant now) {
    return entities
        .createQuery(
            """
            select new org.hifazat.cases.myday.MyDay$NewCase(id, number, riskLevel, openedAt)
              from CaseFile where ownerId = :staff and coalesce(ownedSince, openedAt) > :since
             order by coalesce(ownedSince, openedAt) desc, id desc""",
            NewCase.class)
        .setParameter("staff", staff)
        .setParameter("since", now.minus(NEW))
        .setMaxResults(MOST_NEW)
        .getResultList();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(KarachiTime.ZONE).toInstant();
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
