package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/**
 * Somebody asked the other body. What it did not take up waits for triage again, on a fresh clock,
 * because nobody else looks after the child.
 */
@ApplicationScoped
public class FollowUpReport {
  private final ReportDesk desk;
  private final ConcernReportQueries queries;
  private final TriageClock clocks;
  private final Session entities;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  FollowUpReport(
      ReportDesk desk,
      ConcernReportQueries queries,
      TriageClock clocks,
      Session entities,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.desk = desk;
    this.queries = queries;
    this.clocks = clocks;
    this.entities = entities;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param takenUp whether the other body looks after it
   */
  public record Command(UUID reportId, long expectedVersion, Instant happenedAt, boolean takenUp) {}

  /**
   * @throws ProblemException not-found, stale, in-the-future, nothing-to-follow-up or
   *     triage-before-report
   */
  @Transactional
  public ConcernReportQueries.Whole handle(Command command) {
    ConcernReport report = desk.reached(CaseOperation.FOLLOW_UP_CONCERN_REPORT, command.reportId());
    Preconditions.check(command.expectedVersion(), report.version());
    desk.refuseFuture(command.happenedAt());
    if (report.followUpDue().isEmpty()) {
      throw new ProblemException(CaseProblem.NOTHING_TO_FOLLOW_UP);
    }
    if (report.triagedAt().filter(command.happenedAt()::isBefore).isPresent()) {
      throw new ProblemException(CaseProblem.TRIAGE_BEFORE_REPORT);
    }
    String result = command.takenUp() ? "taken-up" : "not-taken-up";
    open(report.id()).answered(result, command.happenedAt(), desk.staff(), clock.instant());
    if (command.takenUp()) {
      report.wasTakenUp();
      desk.flush();
    } else {
      report.waitsAgain(clocks.from(report.urgency(), command.happenedAt()));
      desk.flush();
      toldNobodyYet(report.id());
      outbox.append(ConcernEvents.returned(report, command.happenedAt()));
    }
    audit.performed(
        CaseOperation.FOLLOW_UP_CONCERN_REPORT.name(), "concern-report", report.id(), result);
    return queries.whole(report);
  }

  private OnwardReferral open(UUID report) {
    return entities
        .createQuery(
            "from OnwardReferral where reportId = :report and result is null", OnwardReferral.class)
        .setParameter("report", report)
        .getSingleResult();
  }

  private void toldNobodyYet(UUID report) {
    entities
        .createNativeMutationQuery(
            """
            update concern_report
               set escalated_at = null, commission_told_at = null, follow_up_told_at = null
             where id = :id""")
        .setParameter("id", report)
        .executeUpdate();
  }
}
