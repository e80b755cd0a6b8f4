package org.hifazat.assessment.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.alarm.Alarms;
import org.hifazat.assessment.completed.ConductAssessment;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Completes a draft, which makes it an assessment, or discards it, which needs a reason. */
@ApplicationScoped
public class EndDraft {

  private final DraftDesk desk;
  private final ConductAssessment conduct;
  private final Alarms alarms;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  EndDraft(
      DraftDesk desk,
      ConductAssessment conduct,
      Alarms alarms,
      IdempotentCreation creation,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.desk = desk;
    this.conduct = conduct;
    this.alarms = alarms;
    this.creation = creation;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /** What a replay must say again. */
  private record Completion(UUID draftId, long version) {}

  /**
   * Scores what was saved and keeps it, once.
   *
   * @param expected the version the caller saw
   * @throws ProblemException not-found, stale, draft-ended, case-closed, those of {@link
   *     ConductAssessment#complete}, or one of idempotent creation
   */
  @Transactional
  public Created complete(UUID id, long expected, @Nullable String idempotencyKey) {
    desk.toRead(AssessmentOperation.COMPLETE_DRAFT, id);
    return creation.once(
        idempotencyKey,
        AssessmentOperation.COMPLETE_DRAFT.name(),
        new Completion(id, expected),
        () -> become(id, expected));
  }

  private Created become(UUID id, long expected) {
    Draft draft = desk.toChange(AssessmentOperation.COMPLETE_DRAFT, id, expected);
    String submission = desk.submission(draft).orElse("");
    UUID assessment = conduct.complete(draft.completion(submission), alarms.ofDraft(id));
    draft.complete(assessment, callers.current().staffId().orElseThrow(), clock.instant());
    desk.flush();
    alarms.follow(id, assessment);
    audit.performed(
        AssessmentOperation.COMPLETE_DRAFT.name(),
        "assessment-draft",
        id,
        "case:" + draft.caseId(),
        "assessment:" + assessment);
    return Created.now(assessment, URI.create("/v1/assessments/" + assessment));
  }

  /**
   * What was answered is not kept; that it was begun, by whom and why it was given up is. An alarm
   * it raised stands.
   *
   * @throws ProblemException not-found, stale, draft-ended, case-closed
   */
  @Transactional
  public Drafts.Whole discard(UUID id, long expected, String reason) {
    Draft draft = desk.toChange(AssessmentOperation.DISCARD_DRAFT, id, expected);
    draft.discard(
        desk.seal(draft, Draft.DISCARD_REASON, reason),
        callers.current().staffId().orElseThrow(),
        clock.instant());
    desk.flush();
    audit.performed(
        AssessmentOperation.DISCARD_DRAFT.name(), "assessment-draft", id, "case:" + draft.caseId());
    return new Drafts.Whole(draft.shown(null, reason), alarms.ofDraft(id));
  }
}
