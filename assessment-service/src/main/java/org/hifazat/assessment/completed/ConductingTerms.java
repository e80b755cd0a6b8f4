package org.hifazat.assessment.completed;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.Role;
import org.hifazat.assessment.instrument.Administration;
import org.hifazat.assessment.instrument.Ages;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.PossibleAge;
import org.hifazat.assessment.staff.KnownStaff;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;

/** On what terms an instrument may be used with a child: by whom, at which age, who answers. */
@ApplicationScoped
public class ConductingTerms {

  private final InstrumentCatalogue instruments;
  private final KnownStaff staff;
  private final AssessmentRepository assessments;
  private final Dating dating;
  private final CallerContext callers;
  private final AuditLog audit;

  ConductingTerms(
      InstrumentCatalogue instruments,
      KnownStaff staff,
      AssessmentRepository assessments,
      Dating dating,
      CallerContext callers,
      AuditLog audit) {
    this.instruments = instruments;
    this.staff = staff;
    this.assessments = assessments;
    this.dating = dating;
    this.callers = callers;
    this.audit = audit;
  }

  /**
   * The version, when it may be begun with.
   *
   * @throws ProblemException instrument-unknown
   */
  @Transactional(MANDATORY)
  public Instrument published(String id, String version) {
    return instruments
        .find(id, version)
        .orElseThrow(
            () ->
                new ProblemException(
                    AssessmentProblem.INSTRUMENT_UNKNOWN,
                    new Violation("/instrumentId", "unknown")));
  }

  /** The version something was begun with, whatever became of it since. */
  @Transactional(MANDATORY)
  public Instrument known(String id, String version) {
    return instruments
        .known(id, version)
        .orElseThrow(() -> new ProblemException(AssessmentProblem.INSTRUMENT_UNKNOWN));
  }

  /** The day it is where the work is done. */
  public LocalDate today() {
    return dating.today();
  }

  /**
   * @throws ProblemException case-closed, conducted-in-the-future, wrong-respondent,
   *     outside-age-range, supervision-needed, not-a-psychologist, occasion-unknown
   */
  @Transactional(MANDATORY)
  public void requireMet(
      AssessmentOperation operation,
      KnownCase known,
      Instrument instrument,
      Circumstances circumstances,
      Instant conductedAt) {
    if (!known.isOpen()) {
      throw new ProblemException(AssessmentProblem.CASE_CLOSED);
    }
    if (dating.isFuture(conductedAt)) {
      throw new ProblemException(
          AssessmentProblem.CONDUCTED_IN_THE_FUTURE, new Violation("/conductedAt", "past"));
    }
    requireItsOwn(known, instrument, circumstances, conductedAt);
    requireMayAdminister(operation, known, instrument, circumstances);
  }

  /** What the instrument itself asks for: its respondent, its ages, an occasion of this case. */
  @Transactional(MANDATORY)
  void requireItsOwn(
      KnownCase known, Instrument instrument, Circumstances circumstances, Instant conductedAt) {
    String asked = Circumstances.code(instrument.descriptor().respondent());
    if (!asked.equals(circumstances.respondentOf(instrument))) {
      throw new ProblemException(
          AssessmentProblem.WRONG_RESPONDENT, new Violation("/respondent", asked));
    }
    Ages ages = instrument.descriptor().ages();
    if (known.ageAt(conductedAt).filter(age -> isOutside(ages, age)).isPresent()) {
      throw new ProblemException(AssessmentProblem.OUTSIDE_AGE_RANGE);
    }
    UUID occasion = circumstances.occasionId();
    if (occasion != null && !assessments.hasOccasion(known.caseId(), occasion)) {
      throw new ProblemException(
          AssessmentProblem.OCCASION_UNKNOWN, new Violation("/occasionId", "unknown"));
    }
  }

  /** A band tells years, not months: refused is only who cannot be of that age. */
  private static boolean isOutside(Ages ages, PossibleAge age) {
    Integer last = ages.toMonths();
    return age.toMonths() < ages.fromMonths() || (last != null && age.fromMonths() > last);
  }

  /**
   * A clinical instrument is a psychologist's; a worker may use it under the supervision of one who
   * is named and signs afterwards.
   */
  @Transactional(MANDATORY)
  void requireMayAdminister(
      AssessmentOperation operation,
      KnownCase known,
      Instrument instrument,
      Circumstances circumstances) {
    boolean free =
        switch (instrument.descriptor().administration()) {
          case ANY_CASEWORKER -> true;
          case CLINICAL -> callers.current().has(Role.PSYCHOLOGIST);
        };
    UUID supervisor = circumstances.supervisedBy();
    if (!free && supervisor == null) {
      audit.refused(
          operation.name(), "case", known.caseId(), "supervision-needed", instrument.id());
      throw new ProblemException(
          AssessmentProblem.SUPERVISION_NEEDED, new Violation("/supervisedBy", "required"));
    }
    if (supervisor != null
        && (callers.current().staffId().filter(supervisor::equals).isPresent()
            || !staff.psychologistsFor(known).contains(supervisor))) {
      throw new ProblemException(
          AssessmentProblem.NOT_A_PSYCHOLOGIST, new Violation("/supervisedBy", "psychologist"));
    }
  }

  /** Whether the instrument is a psychologist's. */
  static boolean isClinical(Instrument instrument) {
    return instrument.descriptor().administration() == Administration.CLINICAL;
  }
}
