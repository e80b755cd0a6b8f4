package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.messaging.Outbox;

/**
 * What follows when a matter stands no more, or again: other services are told; of casework itself
 * the owner gets a task, and what rests on it stops.
 */
@ApplicationScoped
class ConsentEndings {
  private final ScheduleTask schedule;
  private final OpenTasks tasks;
  private final Outbox outbox;
  private final Event<CaseworkConsentEnded> stopped;
  private final Clock clock;

  ConsentEndings(
      ScheduleTask schedule,
      OpenTasks tasks,
      Outbox outbox,
      Event<CaseworkConsentEnded> stopped,
      Clock clock) {
    this.schedule = schedule;
    this.tasks = tasks;
    this.outbox = outbox;
    this.stopped = stopped;
    this.clock = clock;
  }

  /**
   * @param by whose record ended it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void ended(CaseFile file, ConsentEvents.Ended ended, UUID by) {
    if (ended.matter().isTold()) {
      outbox.append(ConsentEvents.withdrawn(ended, clock.instant()));
    }
    if (!ended.matter().isCasework() || file.isClosed()) {
      return;
    }
    if (!tasks.isOpen(file.id(), TaskKind.CASEWORK_CONSENT_ENDED)) {
      schedule.handle(
          new ScheduleTask.Command(
              file.id(),
              file.unitId(),
              file.districtCode(),
              file.ownerId().orElse(null),
              TaskKind.CASEWORK_CONSENT_ENDED,
              null,
              ended.endedAt()));
    }
    stopped.fire(new CaseworkConsentEnded(file, by, ended.endedAt()));
  }

  /** It stands: nobody has to see to it any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  void stands(CaseFile file, ConsentMatter matter, Instant at) {
    if (matter.isCasework()) {
      tasks.met(file.id(), TaskKind.CASEWORK_CONSENT_ENDED, at);
    }
  }
}
