package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.alarm.Alarms;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.Scoring;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what was written down wrongly, as an addendum: the form filled again for the same
 * occasion, with the reason. What stood before stays readable as it was.
 */
@ApplicationScoped
public class AmendAssessment {

  private static final AssessmentOperation OPERATION = AssessmentOperation.AMEND_ASSESSMENT;

  private final AssessmentReach reach;
  private final AssessmentRepository assessments;
  private final ConductingTerms terms;
  private final Alarms alarms;
  private final Dating dating;
  private final IdempotentCreation creation;
  private final CallerContext callers;
  private final AssessmentKeeper keeper;

  AmendAssessment(
      AssessmentReach reach,
      AssessmentRepository assessments,
      ConductingTerms terms,
      Alarms alarms,
      Dating dating,
      IdempotentCreation creation,
      CallerContext callers,
      AssessmentKeeper keeper) {
    this.reach = reach;
    this.assessments = assessments;
    this.terms = terms;
    this.alarms = alarms;
    this.dating = dating;
    this.creation = creation;
    this.callers = callers;
    this.keeper = keeper;
  }

  /**
   * @param answersXml the whole form, as it should have been
   * @param reason what was wrong and how it was noticed
   */
  public record Command(
      UUID assessmentId, String answersXml, String reason, @Nullable UUID supervisedBy) {}

  /**
   * @throws ProblemException not-found, case-closed, already-amended, supervision-needed,
   *     not-a-psychologist, submission-refused, conducted-date-differs, or one of idempotent
   *     creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    AssessmentReach.Found found = reach.require(OPERATION, command.assessmentId());
    return creation.once(idempotencyKey, OPERATION.name(), command, () -> amend(command, found));
  }

  private Created amend(Command command, AssessmentReach.Found found) {
    CompletedAssessment former = found.assessment();
    KnownCase known = found.known();
    if (!known.isOpen()) {
      throw new ProblemException(AssessmentProblem.CASE_CLOSED);
    }
    if (assessments.lockAddendum(former.id())) {
      throw new ProblemException(AssessmentProblem.ALREADY_AMENDED);
    }
    Instrument instrument = terms.known(former.instrumentId(), former.instrumentVersion());
    Circumstances circumstances = circumstances(command, former);
    terms.requireMayAdminister(OPERATION, known, instrument, circumstances);
    return switch (instrument.score(command.answersXml(), dating.today())) {
      case Scoring.Refused refused -> throw SubmissionRefusal.of("/answersXml", refused.problems());
      case Scoring.Scored scored when dating.differs(scored, former.conductedAt()) ->
          throw new ProblemException(
              AssessmentProblem.CONDUCTED_DATE_DIFFERS, new Violation("/answersXml", "differs"));
      case Scoring.Scored scored ->
          keeper.keep(
              OPERATION,
              new Assessment.Conducting(
                  former.caseId(),
                  dating.times(former.conductedAt()),
                  callers.current().staffId().orElseThrow(),
                  circumstances,
                  new Assessment.Amendment(former.id(), command.reason())),
              new Weighed(instrument, scored, circumstances),
              standing(former.id()));
    };
  }

  /** The same people on the same occasion; whose supervision it was stays unless it is said. */
  private Circumstances circumstances(Command command, CompletedAssessment former) {
    UUID before = former.supervisedBy();
    boolean bySupervisor =
        before != null && callers.current().staffId().filter(before::equals).isPresent();
    UUID supervisor = command.supervisedBy();
    if (supervisor == null && !bySupervisor) {
      supervisor = before;
    }
    return new Circumstances(
        former.respondent(), former.respondentId(), former.occasionId(), supervisor);
  }

  private List<StandingAlarm> standing(UUID former) {
    Map<UUID, List<StandingAlarm>> known = alarms.ofAssessments(List.of(former));
    return known.getOrDefault(former, List.of());
  }
}
