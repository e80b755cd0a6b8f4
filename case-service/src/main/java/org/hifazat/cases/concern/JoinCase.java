package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The report is about a child who has a case: it becomes part of it, and its worker is told. */
@ApplicationScoped
public class JoinCase {
  private final ReportDesk desk;
  private final ConcernReportQueries queries;
  private final ReportWords words;
  private final CaseFiles files;
  private final ScheduleTask schedule;
  private final Timeline timeline;
  private final Clock clock;

  JoinCase(
      ReportDesk desk,
      ConcernReportQueries queries,
      ReportWords words,
      CaseFiles files,
      ScheduleTask schedule,
      Timeline timeline,
      Clock clock) {
    this.desk = desk;
    this.queries = queries;
    this.words = words;
    this.files = files;
    this.schedule = schedule;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * @param caseNumber of a case within the caller's reach
   * @param reason why it is the same child, where that is not plain
   */
  public record Command(
      UUID reportId,
      long expectedVersion,
      Instant triagedAt,
      String caseNumber,
      @Nullable String reason) {}

  /**
   * @throws ProblemException not-found, stale, already-triaged, in-the-future,
   *     triage-before-report, case-number-unknown or case-closed
   */
  @Transactional
  public ConcernReportQueries.Whole handle(Command command) {
    ConcernReport report =
        desk.waiting(command.reportId(), command.expectedVersion(), command.triagedAt());
    CaseFile file =
        files
            .ofNumber(command.caseNumber())
            .filter(one -> one.unitId().equals(desk.unitOf(report)))
            .orElseThrow(() -> new ProblemException(CaseProblem.CASE_NUMBER_UNKNOWN));
    files.hold(file);
    Gates.requireOpen(file);
    ReportDesk.settle(
        report.joins(
            file.id(),
            file.unitId(),
            words.sealReason(report.id(), command.reason()),
            new ConcernReport.Deciding(desk.staff(), command.triagedAt(), clock.instant())));
    desk.flush();
    desk.decided(report, ConcernEvents.joined(report), ConcernReport.JOIN_CASE);
    timeline.happened(
        file.id(),
        "concern-joined",
        command.triagedAt(),
        report.id(),
        report.channel(),
        report.urgency());
    schedule.handle(
        new ScheduleTask.Command(
                file.id(),
                file.unitId(),
                file.districtCode(),
                file.ownerId().orElse(null),
                TaskKind.JOINED_REPORT,
                null,
                command.triagedAt())
            .about(report.id()));
    return queries.whole(report);
  }
}
