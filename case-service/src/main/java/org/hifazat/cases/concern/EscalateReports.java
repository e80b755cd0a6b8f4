package org.hifazat.cases.concern;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
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
  private static final int BATCH = 200;

  private final Session entities;
  private final Outbox outbox;
  private final CallerContext callers;
  private final Clock clock;

  EscalateReports(Session entities, Outbox outbox, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.callers = callers;
    this.clock = clock;
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
    private final String open;
    private final String dueColumn;
    private final String doneColumn;

    Matter(String matter, String level, String open, String dueColumn, String doneColumn) {
      this.matter = matter;
      this.level = level;
      this.open = open;
      this.dueColumn = dueColumn;
      this.doneColumn = doneColumn;
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
    return callers.as(Caller.system("report-escalation"), this::allBatches);
  }

  private int allBatches() {
    int told = 0;
    for (Matter matter : Matter.values()) {
      int batch;
      do {
        batch = QuarkusTransaction.requiringNew().call(() -> batch(matter));
        told += batch;
      } while (batch == BATCH);
    }
    return told;
  }

  private int batch(Matter matter) {
    if (!leads()) {
      return 0;
    }
    Instant now = clock.instant();
    List<ConcernReport> reports = mark(matter, now);
    for (ConcernReport report : reports) {
      outbox.append(ConcernEvents.escalated(report, matter.matter, matter.level, now));
    }
    return reports.size();
  }

  private boolean leads() {
    return entities
        .createNativeQuery(
            "select pg_try_advisory_xact_lock(hashtextextended('report-escalation', 0))",
            Boolean.class)
        .getSingleResult();
  }

  /** The mark does not touch the version: nobody's triage becomes stale by it. */
  private List<ConcernReport> mark(Matter matter, Instant now) {
    List<UUID> ids =
        entities
            .createNativeQuery(
                """
                update concern_report set %3$s = :now
                 where id in (select id from concern_report
                               where %1$s and %3$s is null and %2$s <= :now
                               order by %2$s, id limit :batch for update skip locked)
                returning id"""
                    .formatted(matter.open, matter.dueColumn, matter.doneColumn),
                UUID.class)
            .setParameter("now", now)
            .setParameter("batch", BATCH)
            .getResultList();
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from ConcernReport where id in :ids order by dueAt, id", ConcernReport.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
