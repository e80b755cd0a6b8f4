package org.hifazat.cases.conference;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.telling.TellOnce;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * A policy that begins to ask for conferences asks for them in the cases that run, too: their clock
 * starts now, so that nobody is late by a rule that was not there. Policies change by the day, so
 * it is looked at when the service starts and once a day, again and again until nobody waits.
 */
@ApplicationScoped
public class ConferencesOfRunningCases {
  private static final int BATCH = 100;
  private static final UUID FIRST = new UUID(0, 0);
  private static final String JOB = "conference-clocks";

  private static final String WITHOUT_A_CLOCK =
      """
      from case_file f
       where f.state <> 'closed' and f.risk_level is not null
         and exists (select from deadline_policy p
                      where p.task_kind = :kind
                        and (p.risk_level = f.risk_level or p.risk_level is null)
                        and p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day))
         and not exists (select from task t
                          where t.case_id = f.id and t.kind = :kind and t.state = 'open'
                            and t.subject_id is null)""";

  private static final String SOME =
      "select f.* "
          + WITHOUT_A_CLOCK
          + " and f.id > :after order by f.id limit :batch for no key update of f skip locked";

  private static final String WAITING = "select exists (select " + WITHOUT_A_CLOCK + ")";

  private final Session entities;
  private final CaseClocks clocks;
  private final TellOnce once;
  private final CallerContext callers;
  private final Clock clock;
  private final AtomicReference<LocalDate> looked = new AtomicReference<>(LocalDate.MIN);

  ConferencesOfRunningCases(
      Session entities, CaseClocks clocks, TellOnce once, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.clocks = clocks;
    this.once = once;
    this.callers = callers;
    this.clock = clock;
  }

  @Scheduled(
      identity = JOB,
      every = "${hifazat.deadlines.look-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    LocalDate today = KarachiTime.day(clock.instant());
    if (!today.equals(looked.get()) && startAll()) {
      looked.set(today);
    }
  }

  /**
   * Every clock that a policy of today asks for and that does not run.
   *
   * @return false when a case waits still: somebody held it, or another instance is at it
   */
  public boolean startAll() {
    return callers.as(
        Caller.system(JOB),
        () -> {
          List<UUID> batch;
          UUID after = FIRST;
          do {
            UUID from = after;
            batch = QuarkusTransaction.requiringNew().call(() -> some(from));
            after = batch.isEmpty() ? after : batch.getLast();
          } while (batch.size() == BATCH);
          return QuarkusTransaction.requiringNew().call(() -> !waiting());
        });
  }

  private List<UUID> some(UUID after) {
    if (!once.leads(JOB)) {
      return List.of();
    }
    Instant now = clock.instant();
    List<CaseFile> held =
        entities
            .createNativeQuery(SOME, CaseFile.class)
            .setParameter("after", after)
            .setParameter("kind", TaskKind.CASE_CONFERENCE)
            .setParameter("day", KarachiTime.day(now))
            .setParameter("batch", BATCH)
            .getResultList();
    List<UUID> ids = held.stream().map(CaseFile::id).toList();
    Set<UUID> begunMeanwhile = running(ids);
    clocks.startAll(
        held.stream().filter(file -> !begunMeanwhile.contains(file.id())).toList(),
        TaskKind.CASE_CONFERENCE,
        now);
    return ids;
  }

  private boolean waiting() {
    return entities
        .createNativeQuery(WAITING, Boolean.class)
        .setParameter("kind", TaskKind.CASE_CONFERENCE)
        .setParameter("day", KarachiTime.day(clock.instant()))
        .getSingleResult();
  }

  /** Asked anew once the cases are held: who set a level before that has begun a clock. */
  private Set<UUID> running(List<UUID> cases) {
    return new HashSet<>(
        entities
            .createQuery(
                "select t.caseId from Task t where t.caseId in :cases and t.kind = :kind"
                    + " and t.state = 'open' and t.subjectId is null",
                UUID.class)
            .setParameter("cases", cases)
            .setParameter("kind", TaskKind.CASE_CONFERENCE)
            .getResultList());
  }
}
