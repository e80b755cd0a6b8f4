package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.assessment.staff.KnownStaff;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Psychologists answer for what others conduct in their name. */
@ApplicationScoped
public class Supervision {

  /** Nobody has more waiting than can be read in a sitting; the oldest are shown. */
  private static final int MOST = 100;

  private final AssessmentReach reach;
  private final AssessmentRepository assessments;
  private final KnownCases cases;
  private final KnownStaff staff;
  private final IdempotentCreation creation;
  private final FieldCipher cipher;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  Supervision(
      AssessmentReach reach,
      AssessmentRepository assessments,
      KnownCases cases,
      KnownStaff staff,
      IdempotentCreation creation,
      FieldCipher cipher,
      Access access,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.reach = reach;
    this.assessments = assessments;
    this.cases = cases;
    this.staff = staff;
    this.creation = creation;
    this.cipher = cipher;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param decision agreed or not-agreed
   * @param note what the psychologist has to say of it
   */
  public record Command(UUID assessmentId, String decision, @Nullable String note) {}

  /**
   * Signs once; what was said stays.
   *
   * @throws ProblemException not-found, not-supervised-by-you, already-countersigned, or one of
   *     idempotent creation
   */
  @Transactional
  public Created countersign(Command command, @Nullable String idempotencyKey) {
    AssessmentOperation operation = AssessmentOperation.COUNTERSIGN_ASSESSMENT;
    CompletedAssessment assessment = reach.require(operation, command.assessmentId()).assessment();
    return creation.once(
        idempotencyKey, operation.name(), command, () -> sign(command, assessment));
  }

  private Created sign(Command command, CompletedAssessment assessment) {
    UUID me = callers.current().staffId().orElseThrow();
    UUID id = assessment.id();
    if (!me.equals(assessment.supervisedBy())) {
      throw new ProblemException(AssessmentProblem.NOT_SUPERVISED_BY_YOU);
    }
    if (assessment.circle().decision() != null) {
      throw new ProblemException(AssessmentProblem.ALREADY_COUNTERSIGNED);
    }
    String note = command.note();
    assessments.add(
        new Countersignature(
            assessment,
            command.decision(),
            note == null
                ? null
                : cipher.encrypt(assessment.caseId(), Countersignature.NOTE, id, note),
            me,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
    audit.performed(
        AssessmentOperation.COUNTERSIGN_ASSESSMENT.name(),
        "assessment",
        id,
        "case:" + assessment.caseId(),
        command.decision());
    return Created.now(id, URI.create("/v1/assessments/" + id));
  }

  /** What waits for the caller's signature. */
  @Transactional
  public List<CompletedAssessment> awaiting() {
    String operation = AssessmentOperation.LIST_COUNTERSIGNATURES.name();
    audit.read(operation, "operation", operation);
    return assessments.awaiting(AccessScope.of(callers.current()), MOST);
  }

  /**
   * Who may supervise in a case.
   *
   * @throws ProblemException not-found when the case is out of reach
   */
  @Transactional
  public List<UUID> psychologists(UUID caseId) {
    AssessmentOperation operation = AssessmentOperation.LIST_PSYCHOLOGISTS;
    AccessScope scope = AccessScope.of(callers.current());
    KnownCase known =
        cases
            .find(scope, caseId)
            .orElseThrow(
                () -> {
                  audit.refused(operation.name(), "case", caseId, "not-found");
                  return new ProblemException(CommonProblem.NOT_FOUND);
                });
    access.require(operation, known.relationTo(scope), "case", caseId);
    return staff.psychologistsFor(known);
  }
}
