package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.alarm.Alarms;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.assessment.completed.event.AssessmentEvents;
import org.hifazat.assessment.due.Dues;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Keeps a scored assessment: its row, its event and its place in the audit trail, together. */
@ApplicationScoped
class AssessmentKeeper {

  private final AssessmentRepository assessments;
  private final IdempotentCreation creation;
  private final Alarms alarms;
  private final Dues dues;
  private final Event<Kept> kept;
  private final CallerContext callers;
  private final IdSource ids;
  private final FieldCipher cipher;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Dating dating;

  AssessmentKeeper(
      AssessmentRepository assessments,
      IdempotentCreation creation,
      Alarms alarms,
      Dues dues,
      Event<Kept> kept,
      CallerContext callers,
      IdSource ids,
      FieldCipher cipher,
      Outbox outbox,
      AuditLog audit,
      Dating dating) {
    this.assessments = assessments;
    this.creation = creation;
    this.alarms = alarms;
    this.dues = dues;
    this.kept = kept;
    this.callers = callers;
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
      ConductAssessment.Command command, @Nullable String idempotencyKey, Weighed weighed) {
    AssessmentOperation operation = AssessmentOperation.CONDUCT_ASSESSMENT;
    Created created =
        creation.once(
            idempotencyKey,
            operation.name(),
            command,
            () -> keep(operation, conducting(command, weighed), weighed, List.of()));
    return found(created);
  }

  /** Keeps what a draft became; the alarms it raised are not raised again. */
  ConductAssessment.Result conducted(
      ConductAssessment.Command command, Weighed weighed, List<StandingAlarm> standing) {
    return found(
        keep(
            AssessmentOperation.CONDUCT_ASSESSMENT,
            conducting(command, weighed),
            weighed,
            standing));
  }

  private ConductAssessment.Result found(Created created) {
    CompletedAssessment kept =
        assessments
            .find(AccessScope.of(callers.current()), created.id())
            .orElseThrow(() -> new IllegalStateException("An assessment just kept is gone"));
    return new ConductAssessment.Result.Conducted(created, kept);
  }

  private Assessment.Conducting conducting(ConductAssessment.Command command, Weighed weighed) {
    return new Assessment.Conducting(
        command.caseId(),
        dating.times(command.conductedAt()),
        callers.current().staffId().orElseThrow(),
        weighed.circumstances(),
        null);
  }

  /**
   * Keeps it as it is.
   *
   * @param standing alarms that were raised already
   */
  Created keep(
      AssessmentOperation operation,
      Assessment.Conducting conducting,
      Weighed weighed,
      List<StandingAlarm> standing) {
    UUID id = ids.next();
    UUID caseId = conducting.caseId();
    Assessment assessment =
        new Assessment(
            id,
            weighed.instrument(),
            weighed.scored(),
            conducting,
            seal(operation, caseId, Assessment.ANSWERS, id, weighed.scored().answers()),
            conducting.amendment() == null
                ? null
                : seal(
                    operation,
                    caseId,
                    Assessment.AMEND_REASON,
                    id,
                    conducting.amendment().reason()));
    assessments.add(assessment);
    CompletedAssessment completed = assessment.completed();
    outbox.append(AssessmentEvents.completed(completed));
    audit.performed(operation.name(), "assessment", id, codes(completed));
    if (completed.valid()) {
      dues.assessed(caseId, completed.purpose(), completed.conductedAt());
    }
    alarms.raise(
        new Alarms.Source(caseId, completed.instrumentId(), null, id, completed.conductedAt()),
        weighed.scored().alarms(),
        standing);
    kept.fire(new Kept(completed, weighed.scored()));
    return Created.now(id, URI.create("/v1/assessments/" + id));
  }

  private byte[] seal(
      AssessmentOperation operation, UUID caseId, String field, UUID row, String words) {
    try {
      return cipher.encrypt(caseId, field, row, words);
    } catch (ErasedSubjectException erased) {
      audit.refused(operation.name(), "case", caseId, "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private static String[] codes(CompletedAssessment completed) {
    List<String> codes = new ArrayList<>();
    codes.add("case:" + completed.caseId());
    codes.add(completed.instrumentId() + ":" + completed.band());
    if (!completed.rejectedClaims().isEmpty()) {
      codes.add("claims-rejected:" + String.join("/", completed.rejectedClaims()));
    }
    UUID amends = completed.amends();
    if (amends != null) {
      codes.add("amends:" + amends);
    }
    return codes.toArray(String[]::new);
  }
}
