package org.hifazat.cases.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** The public holidays of the province. Clocks that already run keep their deadline. */
@ApplicationScoped
public class Holidays {
  private final Session entities;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  Holidays(Session entities, AuditLog audit, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /** A day on which a clock of working days stands still. */
  public record Holiday(LocalDate day, String nameEn, String nameUr, String namePs) {}

  @Transactional
  public List<Holiday> ofYear(int year) {
    return entities
        .createNativeQuery(
            """
            select day, name_en, name_ur, name_ps from holiday
             where day >= make_date(:year, 1, 1) and day <= make_date(:year, 12, 31) order by day""",
            Object[].class)
        .addScalar("day", LocalDate.class)
        .addScalar("name_en", String.class)
        .addScalar("name_ur", String.class)
        .addScalar("name_ps", String.class)
        .setParameter("year", year)
        .getResultStream()
        .map(
            row ->
                new Holiday((LocalDate) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  /**
   * Setting the same day again is refused, so that nobody's name for it is lost unseen.
   *
   * @throws ProblemException holiday-in-the-past or holiday-exists
   */
  @Transactional
  public void add(Holiday holiday) {
    refusePast(holiday.day());
    int rows =
        entities
            .createNativeMutationQuery(
                """
                insert into holiday (day, name_en, name_ur, name_ps, set_by, set_at)
                values (:day, :en, :ur, :ps, :by, :at) on conflict do nothing""")
            .setParameter("day", holiday.day())
            .setParameter("en", holiday.nameEn())
            .setParameter("ur", holiday.nameUr())
            .setParameter("ps", holiday.namePs())
            .setParameter("by", callers.current().staffId().orElse(null), UUID.class)
            .setParameter("at", clock.instant())
            .executeUpdate();
    if (rows == 0) {
      throw new ProblemException(CaseProblem.HOLIDAY_EXISTS);
    }
    audit.performed(CaseOperation.SET_HOLIDAY.name(), "holiday", holiday.day(), "added");
  }

  /**
   * @throws ProblemException holiday-in-the-past or not-found
   */
  @Transactional
  public void remove(LocalDate day) {
    refusePast(day);
    int rows =
        entities
            .createNativeMutationQuery("delete from holiday where day = :day")
            .setParameter("day", day)
            .executeUpdate();
    if (rows == 0) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    audit.performed(CaseOperation.SET_HOLIDAY.name(), "holiday", day, "removed");
  }

  private void refusePast(LocalDate day) {
    if (day.isBefore(KarachiTime.day(clock.instant()))) {
      throw new ProblemException(CaseProblem.HOLIDAY_IN_THE_PAST);
    }
  }
}
