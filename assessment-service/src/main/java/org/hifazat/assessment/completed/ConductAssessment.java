package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.assessment.instrument.AnswerProblem;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.instrument.Scoring;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Scores a filled form and keeps the assessment, once. */
@ApplicationScoped
public class ConductAssessment {

  private static final AssessmentOperation OPERATION = AssessmentOperation.CONDUCT_ASSESSMENT;

  private final KnownCases cases;
  private final InstrumentCatalogue instruments;
  private final ConductingTerms terms;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Dating dating;
  private final AssessmentKeeper keeper;

  ConductAssessment(
      KnownCases cases,
      InstrumentCatalogue instruments,
      ConductingTerms terms,
      Access access,
      CallerContext callers,
      AuditLog audit,
      Dating dating,
      AssessmentKeeper keeper) {
    this.cases = cases;
    this.instruments = instruments;
    this.terms = terms;
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
      String submission,
      Circumstances circumstances) {

    /** By the instrument's own respondent, under nobody's supervision. */
    public Command(
        UUID caseId,
        String instrumentId,
        String instrumentVersion,
        Instant conductedAt,
        String submission) {
      this(caseId, instrumentId, instrumentVersion, conductedAt, submission, Circumstances.UNSAID);
    }
  }

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
   * @throws ProblemException wrong-respondent, outside-age-range, supervision-needed,
   *     not-a-psychologist, occasion-unknown
   */
  @Transactional
  public Result handle(Command command, @Nullable String idempotencyKey) {
    return weigh(
        command,
        instruments.find(command.instrumentId(), command.instrumentVersion()),
        scored -> keeper.once(command, idempotencyKey, scored));
  }

  /**
   * The same for a draft, whose completion is what happens once.
   *
   * @param standing alarms that were raised while it was answered
   * @return the assessment's id
   * @throws ProblemException as {@link #handle}, and each refusal of its own
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID complete(Command command, List<StandingAlarm> standing) {
    Instrument begunWith = terms.known(command.instrumentId(), command.instrumentVersion());
    Result result =
        weigh(
            command, Optional.of(begunWith), scored -> keeper.conducted(command, scored, standing));
    return switch (result) {
      case Result.Conducted done -> done.assessment().id();
      case Result.SubmissionRefused refused ->
          throw SubmissionRefusal.of("/submission", refused.problems());
      case Result.ConductedDateDiffers differs ->
          throw new ProblemException(
              AssessmentProblem.CONDUCTED_DATE_DIFFERS, new Violation("/conductedAt", "differs"));
      case Result.ConductedInTheFuture future ->
          throw new ProblemException(
              AssessmentProblem.CONDUCTED_IN_THE_FUTURE, new Violation("/conductedAt", "past"));
      case Result.CaseClosed closed -> throw new ProblemException(AssessmentProblem.CASE_CLOSED);
      case Result.NoSuchCase none -> throw new ProblemException(CommonProblem.NOT_FOUND);
      case Result.InstrumentUnknown unknown ->
          throw new ProblemException(AssessmentProblem.INSTRUMENT_UNKNOWN);
    };
  }

  private Result weigh(
      Command command, Optional<Instrument> instrument, Function<Weighed, Result> keep) {
    AccessScope scope = AccessScope.of(callers.current());
    Optional<KnownCase> found = cases.find(scope, command.caseId());
    if (found.isEmpty()) {
      audit.refused(OPERATION.name(), "case", command.caseId(), "not-found");
      return new Result.NoSuchCase();
    }
    KnownCase known = found.get();
    access.require(OPERATION, known.relationTo(scope), "case", command.caseId());
    if (!known.isOpen()) {
      return new Result.CaseClosed();
    }
    if (instrument.isEmpty()) {
      return new Result.InstrumentUnknown();
    }
    if (dating.isFuture(command.conductedAt())) {
      return new Result.ConductedInTheFuture();
    }
    terms.requireMet(
        OPERATION, known, instrument.get(), command.circumstances(), command.conductedAt());
    return switch (instrument.get().score(command.submission(), dating.today())) {
      case Scoring.Refused refused -> new Result.SubmissionRefused(refused.problems());
      case Scoring.Scored scored when dating.differs(scored, command.conductedAt()) ->
          new Result.ConductedDateDiffers();
      case Scoring.Scored scored ->
          keep.apply(new Weighed(instrument.get(), scored, command.circumstances()));
    };
  }
}
