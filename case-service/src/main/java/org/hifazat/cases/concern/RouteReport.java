package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The report is another district's: it goes to the queue of the unit that serves it, with the time
 * it was first received and the way it took. What comes back to a unit that gave it away is a
 * supervisor's decision, so that no report goes to and fro unseen.
 */
@ApplicationScoped
public class RouteReport {
  private final ReportDesk desk;
  private final ReportWords words;
  private final KnownDirectory directory;
  private final Session entities;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RouteReport(
      ReportDesk desk,
      ReportWords words,
      KnownDirectory directory,
      Session entities,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.desk = desk;
    this.words = words;
    this.directory = directory;
    this.entities = entities;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param districtCode where the child is
   */
  public record Command(
      UUID reportId,
      long expectedVersion,
      Instant happenedAt,
      String districtCode,
      String reason) {}

  /** Where the report waits now; whoever sent it may no longer read it. */
  public record Routed(
      UUID id, String state, String districtCode, @Nullable UUID unitId, Instant routedAt) {}

  /**
   * @throws ProblemException not-found, stale, already-triaged, in-the-future,
   *     triage-before-report, district-unknown, already-in-district or
   *     routing-back-needs-supervisor
   */
  @Transactional
  public Routed handle(Command command) {
    Instant now = clock.instant();
    ConcernReport report =
        desk.waiting(command.reportId(), command.expectedVersion(), command.happenedAt());
    if (command.happenedAt().isBefore(report.receivedAt())) {
      throw new ProblemException(CaseProblem.TRIAGE_BEFORE_REPORT);
    }
    if (command.districtCode().equals(report.districtCode())) {
      throw new ProblemException(CaseProblem.ALREADY_IN_DISTRICT);
    }
    UUID to =
        directory
            .district(command.districtCode(), KarachiTime.day(now))
            .orElseThrow(() -> new ProblemException(CaseProblem.DISTRICT_UNKNOWN))
            .unitId()
            .orElse(null);
    boolean back = gaveItAway(report.id(), to);
    if (back && !callers.current().has(Role.SUPERVISOR)) {
      throw new ProblemException(CaseProblem.ROUTING_BACK_NEEDS_SUPERVISOR);
    }
    UUID id = ids.next();
    Routing routing =
        Routing.of(
            id,
            report,
            new Routing.Way(command.districtCode(), to, back),
            words.sealRouting(report.id(), id, command.reason()),
            desk.staff(),
            command.happenedAt(),
            now);
    entities.persist(routing);
    desk.flush();
    move(report, command, to);
    desk.decided(report, ConcernEvents.routed(report, routing), "wrong-district");
    entities.detach(report);
    return new Routed(
        report.id(), ConcernReport.WAITING, command.districtCode(), to, routing.routedAt());
  }

  private boolean gaveItAway(UUID report, @Nullable UUID unit) {
    return entities
        .createNativeQuery(
            """
            select exists (select 1 from concern_routing
                            where report_id = :report and from_unit is not distinct from cast(:unit as uuid))""",
            Boolean.class)
        .setParameter("report", report)
        .setParameter("unit", unit, UUID.class)
        .getSingleResult();
  }

  /** Through a function: the policies let nobody write a row that is out of their own reach. */
  private void move(ConcernReport report, Command command, @Nullable UUID to) {
    int moved =
        entities
            .createNativeQuery(
                "select route_report(:report, :version, cast(:unit as uuid), :district)",
                Integer.class)
            .setParameter("report", report.id())
            .setParameter("version", command.expectedVersion())
            .setParameter("unit", to, UUID.class)
            .setParameter("district", command.districtCode())
            .getSingleResult();
    if (moved == 0) {
      throw new ProblemException(CommonProblem.STALE);
    }
  }
}
