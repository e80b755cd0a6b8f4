package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseEvents;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.lifecycle.StepDeadlines;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.PoisonException;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;

/** A completed assessment sets the case's risk, stops its own clock and starts the response's. */
@ApplicationScoped
public class ApplyAssessment implements EventHandler<AssessmentTold> {
  private final Session entities;
  private final CaseFiles files;
  private final KnownAssessments known;
  private final OpenTasks openTasks;
  private final ScheduleTask schedule;
  private final StepDeadlines deadlines;
  private final ToldAssessments told;
  private final Event<RiskSet> risen;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  ApplyAssessment(
      Session entities,
      CaseFiles files,
      KnownAssessments known,
      OpenTasks openTasks,
      ScheduleTask schedule,
      StepDeadlines deadlines,
      ToldAssessments told,
      Event<RiskSet> risen,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.known = known;
    this.openTasks = openTasks;
    this.schedule = schedule;
    this.deadlines = deadlines;
    this.told = told;
    this.risen = risen;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "org.hifazat.assessments.assessment-completed.v1";
  }

  @Override
  public Class<AssessmentTold> payload() {
    return AssessmentTold.class;
  }

  @Override
  public void handle(ReceivedEvent<AssessmentTold> event) {
    AssessmentTold assessed = event.payload();
    CaseFile file =
        files
            .withinReach(assessed.caseId())
            .orElseThrow(() -> new PoisonException("assessment of a case that does not exist"));
    told.keep(assessed);
    known.learn(assessed);
    assessed.met().forEach(kind -> openTasks.met(file.id(), kind, assessed.conductedAt()));
    assessed
        .ofRisk()
        .ifPresentOrElse(
            assessment -> apply(file, assessment),
            () ->
                timeline.happened(
                    file.id(),
                    "assessment-completed",
                    assessed.conductedAt(),
                    assessed.assessmentId()));
  }

  /** Also for a case that goes on with the child of another one, and with what was found there. */
  void apply(CaseFile file, AssessmentCompleted assessment) {
    RiskLevel level = level(assessment.riskLevel());
    CaseFile.RiskOutcome outcome =
        file.assessed(level, assessment.assessmentId(), assessment.conductedAt());
    entities.flush();
    switch (outcome) {
      case CaseFile.RiskOutcome.Raised(Optional<RiskLevel> previous) ->
          raised(file, level, previous, assessment);
      case CaseFile.RiskOutcome.Confirmed confirmed -> {
        met(file, assessment);
        keep(assessment, Optional.of(level), true, "risk-level-set");
      }
      case CaseFile.RiskOutcome.LoweringNeedsSupervisor(RiskLevel current) -> {
        met(file, assessment);
        keep(assessment, Optional.of(current), false, "risk-lowering-suggested");
      }
      case CaseFile.RiskOutcome.NotOfThisEpisode past ->
          keep(assessment, file.riskLevel(), false, "assessment-kept-only");
    }
    audit.performed("APPLY_ASSESSMENT", "case", file.id(), level.label());
  }

  private void raised(
      CaseFile file,
      RiskLevel level,
      Optional<RiskLevel> previous,
      AssessmentCompleted assessment) {
    met(file, assessment);
    keep(assessment, previous, true, "risk-level-set");
    outbox.append(
        CaseEvents.riskLevelSet(
            file,
            level,
            previous,
            assessment.assessmentId(),
            assessment.conductedAt(),
            clock.instant()));
    restartResponse(file, level, assessment);
    if (previous.isEmpty()) {
      deadlines.firstAssessed(file);
    }
    risen.fire(new RiskSet(file, level, assessment.conductedAt()));
  }

  private void met(CaseFile file, AssessmentCompleted assessment) {
    openTasks.met(file.id(), TaskKind.INITIAL_ASSESSMENT, assessment.conductedAt());
    openTasks.met(file.id(), TaskKind.REASSESSMENT, assessment.conductedAt());
  }

  private static RiskLevel level(String label) {
    try {
      return RiskLevel.of(label);
    } catch (IllegalArgumentException unknown) {
      throw new PoisonException("risk level unknown");
    }
  }

  private void restartResponse(CaseFile file, RiskLevel level, AssessmentCompleted assessment) {
    openTasks.supersede(file.id(), TaskKind.FIRST_RESPONSE);
    schedule.handle(
        new ScheduleTask.Command(
            file.id(),
            file.unitId(),
            file.districtCode(),
            file.ownerId().orElse(null),
            TaskKind.FIRST_RESPONSE,
            level.label(),
            assessment.conductedAt()));
  }

  private void keep(
      AssessmentCompleted assessment,
      Optional<RiskLevel> previous,
      boolean applied,
      String happened) {
    entities.persist(RiskChange.of(ids.next(), assessment, previous, applied, clock.instant()));
    timeline.happened(
        assessment.caseId(),
        "assessment-completed",
        assessment.conductedAt(),
        assessment.assessmentId(),
        assessment.riskLevel());
    timeline.happened(
        assessment.caseId(),
        happened,
        assessment.conductedAt(),
        assessment.assessmentId(),
        assessment.riskLevel());
  }
}
