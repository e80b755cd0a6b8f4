package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseHeads;
import org.hifazat.cases.casefile.OpenCase;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.search.SearchProof;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a report: a case is opened, or there is no concern and a reason why. */
@ApplicationScoped
public class TriageConcernReport {
  private final ReportDesk desk;
  private final ConcernReportQueries queries;
  private final ReportWords words;
  private final OpenCase opening;
  private final CaseHeads heads;
  private final SearchProof searches;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final IdSource ids;
  private final Clock clock;

  TriageConcernReport(
      ReportDesk desk,
      ConcernReportQueries queries,
      ReportWords words,
      OpenCase opening,
      CaseHeads heads,
      SearchProof searches,
      CodeLists codes,
      IdempotentCreation creation,
      IdSource ids,
      Clock clock) {
    this.desk = desk;
    this.queries = queries;
    this.words = words;
    this.opening = opening;
    this.heads = heads;
    this.searches = searches;
    this.codes = codes;
    this.creation = creation;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param triagedAt when the decision was made
   * @param searchToken proof that the child was searched for
   * @param phone for finding the family again
   * @param cnic for finding the child again
   */
  public record OpenCommand(
      UUID reportId,
      long expectedVersion,
      Instant triagedAt,
      @Nullable String searchToken,
      ChildParticulars child,
      @Nullable String phone,
      @Nullable String cnic,
      List<String> concerns) {}

  public record NoConcernCommand(
      UUID reportId, long expectedVersion, Instant triagedAt, String reason) {}

  /** What was made, or made before by the same request, and what the case is called. */
  public record Opened(Created created, CaseHeads.Head head) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, already-triaged, search-required,
   *     search-expired, search-does-not-match, search-left-child-out, code-unknown, in-the-future,
   *     birth-date-in-future, not-a-child
   */
  @Transactional
  public Opened openCase(OpenCommand command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey,
            CaseOperation.TRIAGE_CONCERN_REPORT.name(),
            command,
            () -> open(command));
    return new Opened(
        created,
        heads.head(created.id()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
  }

  private Created open(OpenCommand command) {
    ConcernReport report =
        desk.waiting(command.reportId(), command.expectedVersion(), command.triagedAt());
    refuseWithoutSearch(command, report.districtCode());
    refuseUnknownCodes(command);
    UUID unit = desk.unitOf(report);
    UUID caseId = ids.next();
    ReportDesk.settle(
        report.becomesCase(
            caseId,
            unit,
            new ConcernReport.Deciding(desk.staff(), command.triagedAt(), clock.instant())));
    OpenCase.Result result =
        opening.handle(
            new OpenCase.Command(
                caseId,
                report.id(),
                unit,
                report.districtCode(),
                command.child(),
                command.phone(),
                command.cnic(),
                command.concerns().isEmpty() ? report.concerns() : command.concerns(),
                command.triagedAt()));
    switch (result) {
      case OpenCase.Result.BornInTheFuture future ->
          throw new ProblemException(CaseProblem.BIRTH_DATE_IN_FUTURE);
      case OpenCase.Result.NotUnder18 adult -> throw new ProblemException(CaseProblem.NOT_A_CHILD);
      case OpenCase.Result.Opened opened ->
          decided(report, ConcernReport.OPEN_CASE, command.triagedAt());
    }
    return Created.now(caseId, URI.create("/v1/cases/" + caseId));
  }

  /**
   * @throws ProblemException not-found, forbidden, stale, already-triaged or in-the-future
   */
  @Transactional
  public ConcernReportQueries.Whole noConcern(NoConcernCommand command) {
    ConcernReport report =
        desk.waiting(command.reportId(), command.expectedVersion(), command.triagedAt());
    ReportDesk.settle(
        report.isNoConcern(
            words.sealReason(report.id(), command.reason()),
            new ConcernReport.Deciding(desk.staff(), command.triagedAt(), clock.instant())));
    decided(report, ConcernReport.NO_CONCERN, command.triagedAt());
    return queries.whole(report);
  }

  private void decided(ConcernReport report, String decision, Instant at) {
    desk.flush();
    desk.decided(
        report,
        ConcernEvents.triaged(report, decision, report.caseId().orElse(null), at),
        decision);
  }

  private void refuseWithoutSearch(OpenCommand command, String districtCode) {
    ChildParticulars child = command.child();
    switch (searches.verdict(
        command.searchToken(),
        new SearchProof.Registered(
            child.givenName(),
            child.fatherName(),
            child.sex(),
            child.age().birthYear(),
            districtCode))) {
      case MISSING -> throw new ProblemException(CaseProblem.SEARCH_REQUIRED);
      case EXPIRED -> throw new ProblemException(CaseProblem.SEARCH_EXPIRED);
      case OTHER_NAME -> throw new ProblemException(CaseProblem.SEARCH_DOES_NOT_MATCH);
      case LEFT_OUT -> throw new ProblemException(CaseProblem.SEARCH_LEFT_CHILD_OUT);
      case GOOD -> {}
    }
  }

  private void refuseUnknownCodes(OpenCommand command) {
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(new CodeLists.Use("concern", command.concerns()));
    String language = command.child().language();
    if (language != null) {
      uses.add(CodeLists.Use.of("language", language));
    }
    if (!codes.listsWithInvalidCodes(KarachiTime.day(command.triagedAt()), uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }
}
