package org.hifazat.assessment.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.alarm.Alarms;
import org.hifazat.assessment.alarm.StandingAlarm;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;

/** Reading drafts. */
@ApplicationScoped
public class Drafts {

  private final DraftDesk desk;
  private final Alarms alarms;
  private final AuditLog audit;

  Drafts(DraftDesk desk, Alarms alarms, AuditLog audit) {
    this.desk = desk;
    this.alarms = alarms;
    this.audit = audit;
  }

  /** A draft and what interrupted in it. */
  public record Whole(DraftState draft, List<StandingAlarm> alarms) {

    public Whole {
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * With what was answered so far, to go on; the reading is audited.
   *
   * @throws ProblemException not-found when it is absent or out of reach
   */
  @Transactional
  public Whole find(UUID id) {
    Draft draft = desk.toRead(AssessmentOperation.READ_DRAFT, id).draft();
    audit.read(
        AssessmentOperation.READ_DRAFT.name(), "assessment-draft", id, "case:" + draft.caseId());
    return new Whole(
        draft.shown(desk.submission(draft).orElse(null), desk.reason(draft).orElse(null)),
        alarms.ofDraft(id));
  }

  /**
   * What was begun in a case and given up, with the reason.
   *
   * @throws ProblemException not-found when the case is out of reach
   */
  @Transactional
  public List<DraftState> discardedIn(UUID caseId) {
    desk.theCase(AssessmentOperation.LIST_DRAFTS, caseId);
    audit.read(AssessmentOperation.LIST_DRAFTS.name(), "case", caseId, "discarded");
    return desk.discardedIn(caseId).stream()
        .map(draft -> draft.shown(null, desk.reason(draft).orElse(null)))
        .toList();
  }

  /**
   * What is being conducted in a case, without answers.
   *
   * @throws ProblemException not-found when the case is out of reach
   */
  @Transactional
  public List<DraftState> openIn(UUID caseId) {
    desk.theCase(AssessmentOperation.LIST_DRAFTS, caseId);
    audit.read(AssessmentOperation.LIST_DRAFTS.name(), "case", caseId);
    return desk.openIn(caseId).stream().map(draft -> draft.shown(null)).toList();
  }
}
