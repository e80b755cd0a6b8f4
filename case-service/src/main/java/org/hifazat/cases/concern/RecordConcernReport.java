package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down a concern and routes it to the unit that serves the district. */
@ApplicationScoped
public class RecordConcernReport {
  private final ConcernReportRepository reports;
  private final ConcernReportQueries queries;
  private final ReportWords words;
  private final TriageClock clocks;
  private final KnownDirectory directory;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordConcernReport(
      ConcernReportRepository reports,
      ConcernReportQueries queries,
      ReportWords words,
      TriageClock clocks,
      KnownDirectory directory,
      CodeLists codes,
      IdempotentCreation creation,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.reports = reports;
    this.queries = queries;
    this.words = words;
    this.clocks = clocks;
    this.directory = directory;
    this.codes = codes;
    this.creation = creation;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param receivedAt when it was said
   * @param concerns codes of the list concern, at least one
   */
  public record Command(
      String channel,
      String districtCode,
      Instant receivedAt,
      Reporter reporter,
      List<String> concerns,
      String urgency,
      String narrative,
      ConcernPlace place,
      ChildHint childHint) {}

  /** What was made, or made before by the same request, and the report as it stands. */
  public record Recorded(Created created, ConcernReportQueries.Whole whole) {}

  /**
   * @throws ProblemException not-found when a replay's report is out of reach by now,
   *     district-unknown, code-unknown, in-the-future, reporter-not-anonymous, or one of idempotent
   *     creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey,
            CaseOperation.RECORD_CONCERN_REPORT.name(),
            command,
            () -> record(command));
    Optional<ConcernReportQueries.Whole> whole =
        created.replayed()
            ? queries.whole(created.id())
            : reports.withinReach(created.id()).map(queries::fresh);
    return new Recorded(
        created, whole.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
  }

  private Created record(Command command) {
    Instant now = clock.instant();
    refuseWhatCannotBe(command, now);
    Optional<KnownDirectory.District> district =
        directory.district(command.districtCode(), KarachiTime.day(command.receivedAt()));
    Optional<UUID> unit =
        district.orElseThrow(() -> new ProblemException(CaseProblem.DISTRICT_UNKNOWN)).unitId();
    UUID id = ids.next();
    UUID takenBy = callers.current().staffId().orElseThrow();
    ConcernReport report =
        ConcernReport.received(
            id,
            command,
            unit,
            takenBy,
            now,
            clocks.from(command.urgency(), command.receivedAt()),
            words.seal(id, command));
    reports.persistAndFlush(report);
    outbox.append(ConcernEvents.reported(report));
    audit.performed(CaseOperation.RECORD_CONCERN_REPORT.name(), "concern-report", id);
    return Created.now(id, ConcernReportLocation.of(id));
  }

  private void refuseWhatCannotBe(Command command, Instant now) {
    if (command.receivedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (command.reporter().contradictsItself()) {
      throw new ProblemException(CaseProblem.REPORTER_NOT_ANONYMOUS);
    }
    LocalDate day = KarachiTime.day(command.receivedAt());
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(CodeLists.Use.of("channel", command.channel()));
    uses.add(CodeLists.Use.of("urgency", command.urgency()));
    uses.add(new CodeLists.Use("concern", command.concerns()));
    String relation = command.reporter().relation();
    if (relation != null) {
      uses.add(CodeLists.Use.of("reporter-relation", relation));
    }
    Set<String> wrong = codes.listsWithInvalidCodes(day, uses);
    if (!wrong.isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }
}
