package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownAgencies;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The report is another body's to deal with. Somebody of the unit asks on the day named whether it
 * was taken up; until then the report is not done with.
 */
@ApplicationScoped
public class ReferOn {
  private final ReportDesk desk;
  private final ConcernReportQueries queries;
  private final ReportWords words;
  private final KnownAgencies agencies;
  private final CodeLists codes;
  private final Session entities;
  private final IdSource ids;
  private final Clock clock;

  ReferOn(
      ReportDesk desk,
      ConcernReportQueries queries,
      ReportWords words,
      KnownAgencies agencies,
      CodeLists codes,
      Session entities,
      IdSource ids,
      Clock clock) {
    this.desk = desk;
    this.queries = queries;
    this.words = words;
    this.agencies = agencies;
    this.codes = codes;
    this.entities = entities;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param bodyKind code of the list referral-body
   * @param agencyId an agency of the directory, of that kind; null when it is not listed there
   * @param followUpOn when somebody asks whether it was taken up
   */
  public record Command(
      UUID reportId,
      long expectedVersion,
      Instant triagedAt,
      String bodyKind,
      @Nullable UUID agencyId,
      String reason,
      LocalDate followUpOn) {}

  /**
   * @throws ProblemException not-found, stale, already-triaged, in-the-future,
   *     triage-before-report, code-unknown, agency-unknown or follow-up-too-early
   */
  @Transactional
  public ConcernReportQueries.Whole handle(Command command) {
    ConcernReport report =
        desk.waiting(command.reportId(), command.expectedVersion(), command.triagedAt());
    refuseWhatCannotBe(command);
    UUID unit = desk.unitOf(report);
    Instant due = KarachiTime.endOf(command.followUpOn());
    ReportDesk.settle(
        report.isReferredOn(
            unit,
            due,
            words.sealReason(report.id(), command.reason()),
            new ConcernReport.Deciding(desk.staff(), command.triagedAt(), clock.instant())));
    UUID id = ids.next();
    entities.persist(
        OnwardReferral.made(
            id,
            command,
            words.sealOnward(report.id(), id, command.reason()),
            desk.staff(),
            clock.instant()));
    desk.flush();
    desk.decided(
        report,
        ConcernEvents.referredOn(
            report, command.bodyKind(), command.agencyId(), command.followUpOn()),
        ConcernReport.REFER_ON);
    return queries.whole(report);
  }

  private void refuseWhatCannotBe(Command command) {
    LocalDate day = KarachiTime.day(command.triagedAt());
    if (!codes
        .listsWithInvalidCodes(day, List.of(CodeLists.Use.of("referral-body", command.bodyKind())))
        .isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    if (command.followUpOn().isBefore(day)) {
      throw new ProblemException(CaseProblem.FOLLOW_UP_TOO_EARLY);
    }
    UUID agency = command.agencyId();
    if (agency != null) {
      Optional<String> kind = agencies.kind(agency);
      if (kind.filter(command.bodyKind()::equals).isEmpty()) {
        throw new ProblemException(CaseProblem.AGENCY_UNKNOWN);
      }
    }
  }
}
