package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseEvents;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.casefile.RiskSet;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** A supervisor lowers a case's risk to what the newest assessment says, with a reason. */
@ApplicationScoped
public class LowerRisk {
  private final Session entities;
  private final CaseFiles files;
  private final RiskHistory history;
  private final FieldCipher cipher;
  private final OpenTasks openTasks;
  private final ScheduleTask schedule;
  private final Event<RiskSet> lowered;
  private final Timeline timeline;
  private final Relations relations;
  private final Access access;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  LowerRisk(
      Session entities,
      CaseFiles files,
      RiskHistory history,
      FieldCipher cipher,
      OpenTasks openTasks,
      ScheduleTask schedule,
      Event<RiskSet> lowered,
      Timeline timeline,
      Relations relations,
      Access access,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.history = history;
    this.cipher = cipher;
    this.openTasks = openTasks;
    this.schedule = schedule;
    this.lowered = lowered;
    this.timeline = timeline;
    this.relations = relations;
    this.access = access;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the case, from If-Match
   * @param assessmentId the newest one, which the supervisor has read
   */
  public record Command(
      UUID caseId, long expectedVersion, UUID assessmentId, Instant happenedAt, String reason) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, case-closed, in-the-future,
   *     nothing-to-lower (also when it is another assessment), or before-last-step when the
   *     assessment was conducted after that
   */
  @Transactional
  public CaseFile handle(Command command) {
    CaseFile file =
        files
            .withinReach(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.LOWER_RISK, relations.to(file), "case", file.id());
    Preconditions.check(command.expectedVersion(), file.version());
    Gates.requireOpen(file);
    if (command.happenedAt().isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    RiskHistory.Said said =
        history
            .suggestion(file)
            .filter(suggestion -> suggestion.assessmentId().equals(command.assessmentId()))
            .orElseThrow(() -> new ProblemException(CaseProblem.NOTHING_TO_LOWER));
    if (command.happenedAt().isBefore(said.conductedAt())) {
      throw new ProblemException(CaseProblem.BEFORE_LAST_STEP);
    }
    lower(file, RiskLevel.of(said.level()), command);
    return file;
  }

  private void lower(CaseFile file, RiskLevel level, Command command) {
    Instant now = clock.instant();
    RiskLevel before = file.lower(level, command.assessmentId(), command.happenedAt());
    UUID id = ids.next();
    entities.persist(
        RiskLowering.decided(
            id,
            file,
            command.assessmentId(),
            before,
            level,
            cipher.encrypt(file.childId(), RiskHistory.REASON, id, command.reason()),
            callers.current().staffId().orElseThrow(),
            command.happenedAt(),
            now));
    entities.flush();
    outbox.append(
        CaseEvents.riskLevelSet(
            file, level, Optional.of(before), command.assessmentId(), command.happenedAt(), now));
    if (openTasks.isOpen(file.id(), TaskKind.FIRST_RESPONSE)) {
      restartResponse(file, level, command.happenedAt());
    }
    lowered.fire(new RiskSet(file, level, command.happenedAt()));
    timeline.happened(
        file.id(),
        "risk-lowered",
        command.happenedAt(),
        command.assessmentId(),
        before.label(),
        level.label());
    audit.performed(
        CaseOperation.LOWER_RISK.name(), "case", file.id(), before.label(), level.label());
  }

  /** A response that is still owed is owed within the time of the lower level from now on. */
  private void restartResponse(CaseFile file, RiskLevel level, Instant from) {
    openTasks.supersede(file.id(), TaskKind.FIRST_RESPONSE);
    schedule.handle(
        new ScheduleTask.Command(
            file.id(),
            file.unitId(),
            file.districtCode(),
            file.ownerId().orElse(null),
            TaskKind.FIRST_RESPONSE,
            level.label(),
            from));
  }
}
