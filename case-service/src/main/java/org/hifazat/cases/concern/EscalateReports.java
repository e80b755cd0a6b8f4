package org.hifazat.cases.concern;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.telling.TellOnce;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * Tells of reports nobody has triaged: the supervisor at the deadline, the Commission at twice the
 * time; and the supervisor of those referred on that nobody has asked about. Each is told once; one
 * instance of the service does it at a time.
 */
@ApplicationScoped
public class EscalateReports {
  private static final String JOB = "report-escalation";

  private final Session entities;
  private final TellOnce once;
  private final Outbox outbox;
  private final CallerContext callers;

  EscalateReports(Session entities, TellOnce once, Outbox outbox, CallerContext callers) {
    this.entities = entities;
    this.once = once;
    this.outbox = outbox;
    this.callers = callers;
  }

  /** What is told, and the columns that say when it is due and when it was done. */
  private enum Matter {
    SUPERVISOR("triage", "supervisor", "state = 'waiting'", "due_at", "escalated_at"),
    COMMISSION("triage", "commission", "state = 'waiting'", "commission_at", "commission_told_at"),
    FOLLOW_UP(
        "follow-up",
        "supervisor",
        "follow_up_due is not null",
        "follow_up_due",
        "follow_up_told_at");

    private final String matter;
    private final String level;
    private final TellOnce.Due due;

    Matter(String matter, String level, String open, String dueColumn, String doneColumn) {
      this.matter = matter;
      this.level = level;
      this.due = new TellOnce.Due("concern_report", open, dueColumn, doneColumn);
    }
  }

  @Scheduled(
      identity = "report-escalation",
      every = "${hifazat.deadlines.look-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    tellAll();
  }

  /** Everything that is due to be told now; returns how much was. */
  public int tellAll() {
    return callers.as(Caller.system("report-escalation"), this::allMatters);
  }

  private int allMatters() {
    int told = 0;
    for (Matter matter : Matter.values()) {
      told += once.all(JOB, matter.due, (ids, now) -> tell(matter, ids, now));
    }
    return told;
  }

  private void tell(Matter matter, List<UUID> ids, Instant now) {
    entities
        .createQuery("from ConcernReport where id in :ids order by dueAt, id", ConcernReport.class)
        .setParameter("ids", ids)
        .getResultList()
        .forEach(
            report ->
                outbox.append(ConcernEvents.escalated(report, matter.matter, matter.level, now)));
  }
}
