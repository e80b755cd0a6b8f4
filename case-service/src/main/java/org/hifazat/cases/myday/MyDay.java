package org.hifazat.cases.myday;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
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
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** What a worker begins the day with. */
@ApplicationScoped
public class MyDay {
  /** How long a case is new. */
  public static final int NEW_DAYS = 7;

  /** As many as my day shows at once. */
  public static final int MOST_NEW = 20;

  /**
   * When a case became its owner's. Not {@code coalesce}, which PostgreSQL takes for leaky and
   * keeps from the index under a row policy.
   */
  private static final String SINCE =
      "(case when ownedSince is null then openedAt else ownedSince end)";

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
   * @param reminded not overdue, and more of their time has gone than the policy lets go unreminded
   */
  public record Tasks(long overdue, long today, long week, long later, long reminded) {}

  /**
   * What the supervisor was told of, because nobody in the unit did it in time.
   *
   * @param overdue open tasks past their deadline
   * @param toldToCommission of these, past twice their time
   * @param reports waiting for a decision past their deadline
   * @param reportsToldToCommission of these, past twice their time
   */
  public record Unit(
      long overdue, long toldToCommission, long reports, long reportsToldToCommission) {}

  /**
   * A case that became the worker's own.
   *
   * @param since when it did
   */
  public record NewCase(
      UUID id, String number, @Nullable String riskLevel, Instant openedAt, Instant since) {}

  /**
   * The whole of it.
   *
   * @param newCases the first of those of the last seven days, with one more than are shown
   * @param unit for the supervisor of one
   */
  public record Morning(
      Instant asOf, Tasks tasks, List<NewCase> newCases, Caseload caseload, @Nullable Unit unit) {}

  /** Three statements, whatever the worker has to do; one more for a supervisor. */
  @Transactional
  public Morning morning() {
    Caller caller = callers.current();
    UUID staff = caller.staffId().orElseThrow();
    Instant now = clock.instant();
    LocalDate day = KarachiTime.day(now);
    return new Morning(
        now,
        tasks(staff, caller.has(Role.SUPERVISOR), now, day),
        newCases(NEW_DAYS, null, MOST_NEW + 1),
        caseloads.of(staff, day),
        caller.has(Role.SUPERVISOR)
            ? caller.unitId().map(unit -> unit(unit, now)).orElse(null)
            : null);
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
                       count(*) filter (where due_at >= :now and due_at >= :week) as later,
                       count(*) filter (where due_at >= :now and remind_at <= :now) as reminded
                  from task
                 where state = 'open' and (owner_id = :staff or (:supervisor and owner_id is null))""",
                Object[].class)
            .setParameter("now", now)
            .setParameter("tomorrow", midnight(day.plusDays(1)))
            .setParameter("week", midnight(day.plusDays(7)))
            .setParameter("staff", staff)
            .setParameter("supervisor", supervisor)
            .getSingleResult();
    return new Tasks(
        number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
  }

  private Unit unit(UUID unit, Instant now) {
    Object[] row =
        entities
            .createNativeQuery(
                """
                select t.overdue, t.told, r.overdue, r.told
                  from (select count(*) as overdue, count(*) filter (where commission_at <= :now) as told
                          from task where unit_id = :unit and state = 'open' and due_at <= :now) t
                 cross join
                       (select count(*) as overdue, count(*) filter (where commission_at <= :now) as told
                          from concern_report
                         where unit_id = :unit and state = 'waiting' and due_at <= :now) r""",
                Object[].class)
            .setParameter("now", now)
            .setParameter("unit", unit)
            .getSingleResult();
    return new Unit(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
  }

  /**
   * The caller's own cases by when they became theirs, the newest first.
   *
   * @param days how many days back
   */
  @Transactional
  public List<NewCase> newCases(int days, @Nullable Cursor after, int limit) {
    TypedQuery<NewCase> query =
        entities
            .createQuery(
                "select new org.hifazat.cases.myday.MyDay$NewCase(id, number, riskLevel, openedAt, "
                    + SINCE
                    + ") from CaseFile where ownerId = :staff and "
                    + SINCE
                    + " > :since"
                    + (after == null
                        ? ""
                        : " and " + SINCE + " <= :at and (" + SINCE + " < :at or id < :id)")
                    + " order by "
                    + SINCE
                    + " desc, id desc",
                NewCase.class)
            .setParameter("staff", callers.current().staffId().orElseThrow())
            .setParameter("since", clock.instant().minus(Duration.ofDays(days)))
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(KarachiTime.ZONE).toInstant();
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
