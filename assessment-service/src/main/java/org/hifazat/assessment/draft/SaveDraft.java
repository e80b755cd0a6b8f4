package org.hifazat.assessment.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.alarm.Alarms;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.assessment.completed.ConductingTerms;
import org.hifazat.assessment.completed.SubmissionRefusal;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.Unfinished;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;

/**
 * Keeps what was answered so far. It may be unfinished; it may not be of another form. An answer
 * that interrupts does so now, whether or not the rest is ever answered.
 */
@ApplicationScoped
public class SaveDraft {

  private final DraftDesk desk;
  private final ConductingTerms terms;
  private final Alarms alarms;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  SaveDraft(
      DraftDesk desk,
      ConductingTerms terms,
      Alarms alarms,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.desk = desk;
    this.terms = terms;
    this.alarms = alarms;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param expected the version the caller goes on from
   * @throws ProblemException not-found, stale, draft-ended, case-closed, submission-refused
   */
  @Transactional
  public Drafts.Whole handle(UUID id, long expected, String answersXml) {
    Draft draft = desk.toChange(AssessmentOperation.SAVE_DRAFT, id, expected);
    Instrument instrument = terms.known(draft.instrumentId(), draft.instrumentVersion());
    Unfinished unfinished = instrument.unfinished(answersXml, terms.today());
    if (!unfinished.problems().isEmpty()) {
      throw SubmissionRefusal.of("/answersXml", unfinished.problems());
    }
    Instant now = clock.instant();
    draft.save(
        desk.seal(draft, Draft.ANSWERS, answersXml),
        callers.current().staffId().orElseThrow(),
        now);
    desk.flush();
    audit.performed(
        AssessmentOperation.SAVE_DRAFT.name(), "assessment-draft", id, "case:" + draft.caseId());
    List<StandingAlarm> standing =
        alarms.raise(
            new Alarms.Source(draft.caseId(), draft.instrumentId(), id, null, now),
            unfinished.alarms(),
            alarms.ofDraft(id));
    return new Drafts.Whole(draft.shown(answersXml), standing);
  }
}
