package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** What every decision about a report begins and ends with. */
@ApplicationScoped
class ReportDesk {
  private static final String REPORT = "concern-report";

  private final ConcernReportRepository reports;
  private final ConcernReportQueries queries;
  private final Access access;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  ReportDesk(
      ConcernReportRepository reports,
      ConcernReportQueries queries,
      Access access,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.reports = reports;
    this.queries = queries;
    this.access = access;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * The report to decide on, as its reader saw it.
   *
   * @throws ProblemException not-found, already-triaged, stale or in-the-future
   * @throws org.hifazat.platform.security.RefusedException forbidden
   */
  @Transactional(Transactional.TxType.MANDATORY)
  ConcernReport waiting(UUID id, long expectedVersion, Instant at) {
    ConcernReport report = reached(CaseOperation.TRIAGE_CONCERN_REPORT, id);
    if (report.state().equals(ConcernReport.TRIAGED)) {
      throw new ProblemException(CaseProblem.ALREADY_TRIAGED);
    }
    Preconditions.check(expectedVersion, report.version());
    refuseFuture(at);
    return report;
  }

  /**
   * @throws ProblemException not-found
   * @throws org.hifazat.platform.security.RefusedException forbidden
   */
  @Transactional(Transactional.TxType.MANDATORY)
  ConcernReport reached(CaseOperation operation, UUID id) {
    ConcernReport report =
        reports.withinReach(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(operation, queries.toUnitOf(report), REPORT, id);
    return report;
  }

  /**
   * @throws ProblemException in-the-future
   */
  void refuseFuture(Instant at) {
    if (at.isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
  }

  UUID staff() {
    return callers.current().staffId().orElseThrow();
  }

  /** The unit that decides: the report's own, or the caller's where it has none. */
  UUID unitOf(ConcernReport report) {
    return report.unitId().or(() -> callers.current().unitId()).orElseThrow();
  }

  /** The decision is written, published and kept in the audit trail. */
  @Transactional(Transactional.TxType.MANDATORY)
  void decided(ConcernReport report, OutboxEvent event, String decision) {
    outbox.append(event);
    audit.performed(CaseOperation.TRIAGE_CONCERN_REPORT.name(), REPORT, report.id(), decision);
  }

  /** Writes the report, so that its version is the one its event carries. */
  @Transactional(Transactional.TxType.MANDATORY)
  void flush() {
    reports.flush();
  }

  /**
   * @throws ProblemException already-triaged or triage-before-report
   */
  static void settle(Triage outcome) {
    switch (outcome) {
      case Triage.Decided decided -> {}
      case Triage.AlreadyTriaged again -> throw new ProblemException(CaseProblem.ALREADY_TRIAGED);
      case Triage.BeforeItWasReceived early ->
          throw new ProblemException(CaseProblem.TRIAGE_BEFORE_REPORT);
    }
  }
}
