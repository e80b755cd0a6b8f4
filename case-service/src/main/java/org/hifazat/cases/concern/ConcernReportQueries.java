package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reading reports. The database shows only what is within the caller's reach. */
@ApplicationScoped
public class ConcernReportQueries {
  private final Session entities;
  private final ConcernReportRepository reports;
  private final ConcernReportQueue queue;
  private final ReportWords words;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  ConcernReportQueries(
      Session entities,
      ConcernReportRepository reports,
      ConcernReportQueue queue,
      ReportWords words,
      Access access,
      AuditLog audit,
      CallerContext callers) {
    this.entities = entities;
    this.reports = reports;
    this.queue = queue;
    this.words = words;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  /** A line of the queue: nothing of what was said. */
  public record Line(
      UUID id,
      String channel,
      String districtCode,
      @Nullable UUID unitId,
      String urgency,
      List<String> concerns,
      Instant receivedAt,
      Instant recordedAt,
      String state,
      @Nullable UUID caseId) {}

  /** A whole report, with the words it was made in. */
  public record Whole(ConcernReport report, @Nullable String decisionReason, Said said) {}

  /** What was said, in clear. */
  public record Said(String narrative, Reporter reporter, ChildHint childHint) {}

  /**
   * Oldest first: whoever has waited longest comes first.
   *
   * @param limit at most this many lines
   */
  @Transactional
  public List<Line> page(@Nullable String state, @Nullable Cursor after, int limit) {
    List<UUID> ids = queue.ids(state, after, limit);
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                """
                select new org.hifazat.cases.concern.ConcernReportQueries$Line(r.id, r.channel,
                  r.districtCode, r.unitId, r.urgency, r.concerns, r.receivedAt, r.recordedAt,
                  r.state, r.caseId)
                from ConcernReport r where r.id in :ids order by r.receivedAt, r.id""",
                Line.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Empty when there is none within reach; the read is audited. */
  @Transactional
  public Optional<Whole> whole(UUID id) {
    return reports
        .withinReach(id)
        .map(
            report -> {
              access.require(
                  CaseOperation.VIEW_CONCERN_REPORT, relation(report), "concern-report", id);
              audit.read(CaseOperation.VIEW_CONCERN_REPORT.name(), "concern-report", id);
              return whole(report);
            });
  }

  /** For whoever has just written it; nothing is audited. */
  @Transactional(Transactional.TxType.MANDATORY)
  Whole whole(ConcernReport report) {
    ReportWords.Words open = words.open(report);
    return new Whole(
        report,
        open.decisionReason(),
        new Said(
            open.narrative(),
            new Reporter(
                report.reporterKind(),
                open.reporterName(),
                open.reporterPhone(),
                report.reporterRelation()),
            new ChildHint(
                open.hintName(), report.hintSex(), report.hintAgeYears(), open.hintPlace())));
  }

  private Relation relation(ConcernReport report) {
    return callers.current().staffId().filter(report.takenBy()::equals).isPresent()
        ? Relation.OWN
        : toUnitOf(report);
  }

  /**
   * Whoever took a report may be of another unit, and a case opens in the report's own. A report
   * without a unit stands before every supervisor as if it were their unit's.
   */
  Relation toUnitOf(ConcernReport report) {
    Caller caller = callers.current();
    if (report.unitId().isEmpty()) {
      return caller.has(Role.SUPERVISOR) && caller.unitId().isPresent()
          ? Relation.SAME_UNIT
          : Relation.OTHER_UNIT;
    }
    return report.unitId().equals(caller.unitId()) ? Relation.SAME_UNIT : Relation.OTHER_UNIT;
  }
}
