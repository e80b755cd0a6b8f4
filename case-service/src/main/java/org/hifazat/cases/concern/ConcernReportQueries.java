package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reading reports. The database shows only what is within the caller's reach. */
@ApplicationScoped
public class ConcernReportQueries {
  private final Session entities;
  private final ConcernReportRepository reports;
  private final ConcernReportQueue queue;
  private final ReportWords words;
  private final ReachCase reach;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  ConcernReportQueries(
      Session entities,
      ConcernReportRepository reports,
      ConcernReportQueue queue,
      ReportWords words,
      ReachCase reach,
      Access access,
      AuditLog audit,
      CallerContext callers) {
    this.entities = entities;
    this.reports = reports;
    this.queue = queue;
    this.words = words;
    this.reach = reach;
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
      @Nullable String decision,
      @Nullable UUID caseId,
      Instant dueAt,
      @Nullable Instant escalatedAt,
      @Nullable Instant commissionToldAt,
      @Nullable Instant followUpDue) {}

  /** A whole report, with the words it was made in. */
  public record Whole(
      ConcernReport report, @Nullable String decisionReason, Said said, Passed passed) {}

  /** Where the report has been: other districts' queues, other bodies. Oldest first. */
  public record Passed(List<Sent> routings, List<Onward> referrals) {}

  /**
   * @param back to a unit that had given it away before
   */
  public record Sent(
      String fromDistrict,
      @Nullable UUID fromUnit,
      String toDistrict,
      @Nullable UUID toUnit,
      boolean back,
      String reason,
      Instant routedAt) {}

  /**
   * @param result taken-up or not-taken-up; null while nobody has asked
   */
  public record Onward(
      String bodyKind,
      @Nullable UUID agencyId,
      String reason,
      LocalDate followUpOn,
      Instant referredAt,
      @Nullable String result,
      @Nullable Instant answeredAt) {}

  /** What was said, in clear. */
  public record Said(
      String narrative, Reporter reporter, ConcernPlace place, ChildHint childHint) {}

  /**
   * In the order of the queue, the most pressing first.
   *
   * @param state waiting or triaged, for the queue by age; null for both
   * @param limit at most this many lines
   */
  @Transactional
  public List<Line> page(
      ReportOrder order, @Nullable String state, @Nullable Cursor after, int limit) {
    List<UUID> ids = queue.ids(order, state, after, limit);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Line> lines =
        lines(ids).stream().collect(Collectors.toMap(Line::id, Function.identity()));
    return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
  }

  /**
   * The reports that hang on a case, oldest first.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public List<Line> ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    reach.to(CaseOperation.VIEW_CASE_REPORTS, caseId);
    String further =
        after == null ? "" : " and r.receivedAt >= :at and (r.receivedAt > :at or r.id > :id)";
    TypedQuery<Line> query =
        asked("r.caseId = :given" + further).setParameter("given", caseId).setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private List<Line> lines(List<UUID> ids) {
    return asked("r.id in :given").setParameter("given", ids).getResultList();
  }

  private TypedQuery<Line> asked(String condition) {
    return entities.createQuery(
        """
        select new org.hifazat.cases.concern.ConcernReportQueries$Line(r.id, r.channel,
          r.districtCode, r.unitId, r.urgency, r.concerns, r.receivedAt, r.recordedAt, r.state,
          r.decision, r.caseId, r.dueAt, r.escalatedAt, r.commissionToldAt, r.followUpDue)
        from ConcernReport r where """
            + " "
            + condition
            + " order by r.receivedAt, r.id",
        Line.class);
  }

  /**
   * Who told us, also where that is protected: for the supervisor alone, and kept in the audit
   * trail.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Reporter reporter(UUID id) {
    ConcernReport report =
        reports.withinReach(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.VIEW_PROTECTED_REPORTER, toUnitOf(report), "concern-report", id);
    audit.read(CaseOperation.VIEW_PROTECTED_REPORTER.name(), "concern-report", id);
    return words.reporter(report);
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

  /** For whoever has just recorded it: it has not been anywhere yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  Whole fresh(ConcernReport report) {
    return whole(report, new Passed(List.of(), List.of()));
  }

  /** For whoever has just decided on it; nothing is audited. */
  @Transactional(Transactional.TxType.MANDATORY)
  Whole whole(ConcernReport report) {
    return whole(report, new Passed(routings(report.id()), referrals(report.id())));
  }

  private Whole whole(ConcernReport report, Passed passed) {
    ReportWords.Words open = words.open(report);
    return new Whole(
        report,
        open.decisionReason(),
        new Said(
            open.narrative(),
            report.isReporterProtected() ? Reporter.withheld() : words.reporter(report),
            open.place(),
            new ChildHint(
                open.hintName(), report.hintSex(), report.hintAgeYears(), open.hintPlace())),
        passed);
  }

  private List<Sent> routings(UUID report) {
    return entities
        .createQuery("from Routing where reportId = :report order by recordedAt, id", Routing.class)
        .setParameter("report", report)
        .getResultStream()
        .map(
            one ->
                new Sent(
                    one.fromDistrict(),
                    one.fromUnit(),
                    one.toDistrict(),
                    one.toUnit(),
                    one.isBack(),
                    words.open(report, one),
                    one.routedAt()))
        .toList();
  }

  private List<Onward> referrals(UUID report) {
    return entities
        .createQuery(
            "from OnwardReferral where reportId = :report order by recordedAt, id",
            OnwardReferral.class)
        .setParameter("report", report)
        .getResultStream()
        .map(
            one ->
                new Onward(
                    one.bodyKind(),
                    one.agencyId(),
                    words.open(report, one),
                    one.followUpOn(),
                    one.referredAt(),
                    one.result(),
                    one.answeredAt()))
        .toList();
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
