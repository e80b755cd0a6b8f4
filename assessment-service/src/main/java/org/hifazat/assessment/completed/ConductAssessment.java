package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.AnswerProblem;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.instrument.Scoring;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.jspecify.annotations.Nullable;

/** Scores a filled form and keeps the assessment, once. */
@ApplicationScoped
public class ConductAssessment {

  private static final String OPERATION = AssessmentOperation.CONDUCT_ASSESSMENT.name();

  private final KnownCases cases;
  private final InstrumentCatalogue instruments;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Dating dating;
  private final AssessmentKeeper keeper;

  ConductAssessment(
      KnownCases cases,
      InstrumentCatalogue instruments,
      Access access,
      CallerContext callers,
      AuditLog audit,
      Dating dating,
      AssessmentKeeper keeper) {
    this.cases = cases;
    this.instruments = instruments;
    this.access = access;
    this.callers = callers;
    this.audit = audit;
    this.dating = dating;
    this.keeper = keeper;
  }

  /**
   * @param submission the filled instance as XML, at most {@link Instrument#SUBMISSION_LIMIT}
   */
  public record Command(
      UUID caseId,
      String instrumentId,
      String instrumentVersion,
      Instant conductedAt,
      String submission) {}

  /** What may come of it. */
  public sealed interface Result {
    record Conducted(Created created, CompletedAssessment assessment) implements Result {}

    /** No such case, not heard of yet, or out of reach. */
    record NoSuchCase() implements Result {}

    record CaseClosed() implements Result {}

    record InstrumentUnknown() implements Result {}

    record ConductedInTheFuture() implements Result {}

    record ConductedDateDiffers() implements Result {}

    record SubmissionRefused(List<AnswerProblem> problems) implements Result {}
  }

  /**
   * @param idempotencyKey as received
   * @throws org.hifazat.platform.security.RefusedException when the rules refuse it
   */
  @Transactional
  public Result handle(Command command, @Nullable String idempotencyKey) {
    Caller caller = callers.current();
    AccessScope scope = AccessScope.of(caller);
    Optional<KnownCase> found = cases.find(scope, command.caseId());
    if (found.isEmpty()) {
      audit.refused(OPERATION, "case", command.caseId(), "not-found");
      return new Result.NoSuchCase();
    }
    KnownCase known = found.get();
    access.require(
        AssessmentOperation.CONDUCT_ASSESSMENT, known.relationTo(scope), "case", command.caseId());
    if (!known.isOpen()) {
      return new Result.CaseClosed();
    }
    Optional<Instrument> instrument =
        instruments.find(command.instrumentId(), command.instrumentVersion());
    if (instrument.isEmpty()) {
      return new Result.InstrumentUnknown();
    }
    if (dating.isFuture(command.conductedAt())) {
      return new Result.ConductedInTheFuture();
    }
    return switch (instrument.get().score(command.submission(), dating.today())) {
      case Scoring.Refused refused -> new Result.SubmissionRefused(refused.problems());
      case Scoring.Scored scored when dating.differs(scored, command.conductedAt()) ->
          new Result.ConductedDateDiffers();
      case Scoring.Scored scored ->
          keeper.once(command, idempotencyKey, caller, instrument.get(), scored);
    };
  }
}
