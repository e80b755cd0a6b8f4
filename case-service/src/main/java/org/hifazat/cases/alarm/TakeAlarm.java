package org.hifazat.cases.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.safety.SafetyPlans;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.PoisonException;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.hifazat.platform.security.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must act before anything else: the worker has a task at once, supervisors and
 * psychologists of the unit are told by one of their own. All run from when it was said, within the
 * hour.
 */
@ApplicationScoped
class TakeAlarm implements EventHandler<AlarmRaised> {
  private final Session entities;
  private final CaseFiles files;
  private final KnownDirectory directory;
  private final SafetyPlans plans;
  private final ScheduleTask schedule;
  private final Timeline timeline;
  private final AuditLog audit;
  private final Clock clock;

  TakeAlarm(
      Session entities,
      CaseFiles files,
      KnownDirectory directory,
      SafetyPlans plans,
      ScheduleTask schedule,
      Timeline timeline,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.directory = directory;
    this.plans = plans;
    this.schedule = schedule;
    this.timeline = timeline;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "org.hifazat.assessments.assessment-alarm-raised.v1";
  }

  @Override
  public Class<AlarmRaised> payload() {
    return AlarmRaised.class;
  }

  @Override
  public void handle(ReceivedEvent<AlarmRaised> event) {
    AlarmRaised raised = event.payload();
    CaseFile file =
        files
            .withinReach(raised.caseId())
            .orElseThrow(() -> new PoisonException("alarm of a case that does not exist"));
    CaseAlarm alarm = CaseAlarm.of(raised, clock.instant());
    entities.persist(alarm);
    timeline.happened(file.id(), "alarm-raised", raised.raisedAt(), alarm.id(), raised.kind());
    audit.performed("TAKE_ALARM", "case", file.id(), raised.kind());
    plans
        .inForce(file.id())
        .filter(plan -> !plan.madeAt().isBefore(raised.raisedAt()))
        .ifPresentOrElse(plan -> alarm.answer(plan.madeAt()), () -> start(file, raised));
    entities.flush();
    tell(file, raised);
  }

  private void start(CaseFile file, AlarmRaised raised) {
    schedule.handle(task(file, file.ownerId().orElse(null), TaskKind.ALARM_RESPONSE, raised));
  }

  /** Of a sealed case only those it names may know; without anybody else its supervisors are. */
  private void tell(CaseFile file, AlarmRaised raised) {
    List<UUID> told =
        directory.supervisorsAndPsychologistsOf(file.unitId()).stream()
            .filter(staff -> file.ownerId().filter(staff::equals).isEmpty())
            .filter(staff -> file.namedIds().map(named -> named.contains(staff)).orElse(true))
            .toList();
    if (told.isEmpty()) {
      schedule.handle(task(file, null, TaskKind.ALARM_NOTICE, raised));
    }
    told.forEach(staff -> schedule.handle(task(file, staff, TaskKind.ALARM_NOTICE, raised)));
  }

  private static ScheduleTask.Command task(
      CaseFile file, @Nullable UUID owner, String kind, AlarmRaised raised) {
    return new ScheduleTask.Command(
            file.id(), file.unitId(), file.districtCode(), owner, kind, null, raised.raisedAt())
        .about(raised.alarmId());
  }
}
