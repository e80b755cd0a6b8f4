package org.hifazat.assessment.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.completed.Circumstances;
import org.hifazat.assessment.completed.ConductingTerms;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Begins an assessment, where it may be conducted at all: nobody answers in vain. */
@ApplicationScoped
public class StartDraft {

  private static final AssessmentOperation OPERATION = AssessmentOperation.START_DRAFT;

  private final DraftDesk desk;
  private final ConductingTerms terms;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  StartDraft(
      DraftDesk desk,
      ConductingTerms terms,
      IdempotentCreation creation,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.desk = desk;
    this.terms = terms;
    this.creation = creation;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /** Which instrument, when, and who answers under whose supervision. */
  public record Command(
      UUID caseId,
      String instrumentId,
      String instrumentVersion,
      Instant conductedAt,
      Circumstances circumstances) {}

  /** The draft, also when the same request made it before. */
  public record Started(Created created, Drafts.Whole draft) {}

  /**
   * @throws ProblemException not-found, case-closed, instrument-unknown, conducted-in-the-future,
   *     wrong-respondent, outside-age-range, supervision-needed, not-a-psychologist,
   *     occasion-unknown, or one of idempotent creation
   */
  @Transactional
  public Started handle(Command command, @Nullable String idempotencyKey) {
    KnownCase known = desk.theCase(OPERATION, command.caseId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> start(command, known));
    Draft draft = desk.toRead(OPERATION, created.id()).draft();
    return new Started(
        created, new Drafts.Whole(draft.shown(desk.submission(draft).orElse(null)), List.of()));
  }

  private Created start(Command command, KnownCase known) {
    Caller caller = callers.current();
    Instrument instrument = terms.published(command.instrumentId(), command.instrumentVersion());
    terms.requireMet(OPERATION, known, instrument, command.circumstances(), command.conductedAt());
    UUID id = ids.next();
    desk.add(
        new Draft(
            id,
            command.caseId(),
            instrument,
            command.circumstances(),
            command.conductedAt(),
            caller.staffId().orElseThrow(),
            clock.instant()));
    audit.performed(
        OPERATION.name(), "assessment-draft", id, "case:" + command.caseId(), instrument.id());
    return Created.now(id, URI.create("/v1/assessment-drafts/" + id));
  }
}
