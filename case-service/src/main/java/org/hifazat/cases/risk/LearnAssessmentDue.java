package org.hifazat.cases.risk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.PoisonException;
import org.hifazat.platform.messaging.ReceivedEvent;

/** By policy an assessment is due: its owner has a task for it, unless the case ended meanwhile. */
@ApplicationScoped
class LearnAssessmentDue implements EventHandler<LearnAssessmentDue.Due> {
  private final CaseFiles files;
  private final CaseClocks clocks;
  private final Timeline timeline;

  LearnAssessmentDue(CaseFiles files, CaseClocks clocks, Timeline timeline) {
    this.files = files;
    this.clocks = clocks;
    this.timeline = timeline;
  }

  /** What casework reads of the event. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Due(UUID dueId, UUID caseId, String purpose, Instant startedAt, Instant dueAt) {}

  @Override
  public String type() {
    return "org.hifazat.assessments.assessment-due.v1";
  }

  @Override
  public Class<Due> payload() {
    return Due.class;
  }

  @Override
  public void handle(ReceivedEvent<Due> event) {
    Due due = event.payload();
    CaseFile file =
        files
            .withinReach(due.caseId())
            .orElseThrow(() -> new PoisonException("an assessment due in no case"));
    if (due.purpose().equals(ToldAssessments.COMPREHENSIVE)
        && clocks.runs(file, TaskKind.COMPREHENSIVE_ASSESSMENT)) {
      return; // the case's own clock asks for it already
    }
    String kind = TaskKind.ASSESS + due.purpose();
    if (!file.isClosed() && !clocks.runs(file, kind)) {
      clocks.agree(
          file, file.ownerId().orElse(null), kind, due.dueId(), due.startedAt(), due.dueAt());
      timeline.happened(file.id(), "assessment-due", due.startedAt(), due.dueId(), due.purpose());
    }
  }
}
