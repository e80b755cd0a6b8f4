package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.completed.event.AssessmentEvents;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.Scoring;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Keeps a scored assessment: its row, its event and its place in the audit trail, together. */
@ApplicationScoped
class AssessmentKeeper {

  private static final String OPERATION = AssessmentOperation.CONDUCT_ASSESSMENT.name();

  private final AssessmentRepository assessments;
  private final IdempotentCreation creation;
  private final IdSource ids;
  private final FieldCipher cipher;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Dating dating;

  AssessmentKeeper(
      AssessmentRepository assessments,
      IdempotentCreation creation,
      IdSource ids,
      FieldCipher cipher,
      Outbox outbox,
      AuditLog audit,
      Dating dating) {
    this.assessments = assessments;
    this.creation = creation;
    this.ids = ids;
    this.cipher = cipher;
    this.outbox = outbox;
    this.audit = audit;
    this.dating = dating;
  }

  /**
   * Keeps it, or finds what the same request kept before.
   *
   * @throws ProblemException not-found when the child's data was erased; those of {@link
   *     IdempotentCreation#once}
   */
  ConductAssessment.Result once(
      ConductAssessment.Command command,
      @Nullable String idempotencyKey,
      Caller caller,
      Instrument instrument,
      Scoring.Scored scored) {
    Created created;
    try {
      created =
          creation.once(
              idempotencyKey, OPERATION, command, () -> keep(command, caller, instrument, scored));
    } catch (ErasedSubjectException erased) {
      audit.refused(OPERATION, "case", command.caseId(), "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    CompletedAssessment kept =
        assessments
            .find(AccessScope.of(caller), created.id())
            .orElseThrow(() -> new IllegalStateException("An assessment just kept is gone"));
    return new ConductAssessment.Result.Conducted(created, kept);
  }

  private Created keep(
      ConductAssessment.Command command,
      Caller caller,
      Instrument instrument,
      Scoring.Scored scored) {
    UUID id = ids.next();
    Assessment assessment =
        new Assessment(
            id,
            command.caseId(),
            instrument,
            scored,
            dating.times(command.conductedAt()),
            caller.staffId().orElseThrow(),
            cipher.encrypt(command.caseId(), Assessment.ANSWERS, id, scored.answers()));
    assessments.add(assessment);
    CompletedAssessment completed = assessment.completed();
    if (completed.riskLevel() != null) {
      outbox.append(AssessmentEvents.completed(completed, completed.riskLevel()));
    }
    audit.performed(OPERATION, "assessment", id, codes(completed));
    return Created.now(id, URI.create("/v1/assessments/" + id));
  }

  private static String[] codes(CompletedAssessment completed) {
    String of = "case:" + completed.caseId();
    String result = completed.instrumentId() + ":" + completed.band();
    return completed.rejectedClaims().isEmpty()
        ? new String[] {of, result}
        : new String[] {
          of, result, "claims-rejected:" + String.join("/", completed.rejectedClaims())
        };
  }
}
