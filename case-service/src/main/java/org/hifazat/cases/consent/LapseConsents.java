package org.hifazat.cases.consent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.task.EscalateTasks;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.telling.TellOnce;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * What ends by time alone: an override nobody has countersigned, and a consent past its last day.
 * Others are told, because what they do rests on it. One instance of the service does it at a time.
 */
@ApplicationScoped
public class LapseConsents {
  private static final int BATCH = 100;
  private static final String JOB = "consent-lapsing";

  private final Session entities;
  private final CaseFiles files;
  private final ConsentStandings standings;
  private final ConsentEndings endings;
  private final EscalateTasks escalation;
  private final TellOnce once;
  private final OpenTasks tasks;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CallerContext callers;
  private final Clock clock;

  LapseConsents(
      Session entities,
      CaseFiles files,
      ConsentStandings standings,
      ConsentEndings endings,
      EscalateTasks escalation,
      TellOnce once,
      OpenTasks tasks,
      Timeline timeline,
      Outbox outbox,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.standings = standings;
    this.endings = endings;
    this.escalation = escalation;
    this.once = once;
    this.tasks = tasks;
    this.timeline = timeline;
    this.outbox = outbox;
    this.callers = callers;
    this.clock = clock;
  }

  @Scheduled(
      identity = "consent-lapsing",
      every = "${hifazat.deadlines.look-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    lapseAll();
  }

  /** Everything that has ended by now; returns how much. */
  public int lapseAll() {
    return callers.as(Caller.system("consent-lapsing"), this::allBatches);
  }

  private int allBatches() {
    int ended = 0;
    if (QuarkusTransaction.requiringNew().call(() -> !overdue().isEmpty())) {
      // The supervisor is told of the deadline before its task goes with the override.
      escalation.tellAll();
    }
    int batch;
    do {
      batch = QuarkusTransaction.requiringNew().call(this::overrides);
      ended += batch;
    } while (batch == BATCH);
    do {
      batch = QuarkusTransaction.requiringNew().call(this::consents);
      ended += batch;
    } while (batch == BATCH);
    return ended;
  }

  private List<ConsentOverride> overdue() {
    return entities
        .createQuery(
            "from ConsentOverride where state = 'awaiting' and dueAt <= :now order by dueAt, id",
            ConsentOverride.class)
        .setParameter("now", clock.instant())
        .setMaxResults(BATCH)
        .getResultList();
  }

  private int overrides() {
    if (!once.leads(JOB)) {
      return 0;
    }
    List<ConsentOverride> overdue = overdue();
    for (ConsentOverride override : overdue) {
      override.becomes(ConsentOverride.LAPSED, null, override.dueAt(), null);
      entities.flush();
      tasks.supersede(override.caseId(), TaskKind.OVERRIDE_COUNTERSIGN, override.id());
      CaseFiles.WithChild found = files.withChild(override.caseId()).orElseThrow();
      ConsentStanding standing = standings.of(found, override.matter());
      outbox.append(ConsentEvents.overridden(override, standing, null, override.dueAt()));
      ended(
          found.file(),
          standing,
          override.recordedBy(),
          new ConsentEvents.Ended(
              override.caseId(),
              override.id(),
              override.matter(),
              "override-lapsed",
              override.dueAt()),
          "consent-override-lapsed");
    }
    return overdue.size();
  }

  private int consents() {
    if (!once.leads(JOB)) {
      return 0;
    }
    List<Consent> expired =
        entities
            .createNativeQuery(
                """
                select c.* from consent c
                 where c.expires_on < :today and c.decision = 'given'
                   and not exists (select 1 from consent_ending e where e.consent_id = c.id)
                 order by c.expires_on, c.id limit :batch""",
                Consent.class)
            .setParameter("today", KarachiTime.day(clock.instant()))
            .setParameter("batch", BATCH)
            .getResultList();
    for (Consent consent : expired) {
      mark(consent.id());
      CaseFiles.WithChild found = files.withChild(consent.caseId()).orElseThrow();
      ended(
          found.file(),
          standings.of(found, ConsentMatter.of(consent)),
          consent.recordedBy(),
          new ConsentEvents.Ended(
              consent.caseId(),
              consent.id(),
              ConsentMatter.of(consent),
              "expired",
              KarachiTime.endOf(Objects.requireNonNull(consent.expiresOn()))),
          "consent-expired");
    }
    return expired.size();
  }

  /** A consent renewed in time goes on: its older word ends unnoticed. */
  private void ended(
      CaseFile file, ConsentStanding standing, UUID by, ConsentEvents.Ended ended, String kind) {
    if (!standing.stands()) {
      endings.ended(file, ended, by);
      timeline.happened(
          ended.caseId(), kind, ended.endedAt(), ended.basisId(), ended.matter().purpose());
    }
  }

  private void mark(UUID consentId) {
    Instant now = clock.instant();
    entities
        .createNativeMutationQuery(
            "insert into consent_ending (consent_id, recorded_at) values (:id, :now)")
        .setParameter("id", consentId)
        .setParameter("now", now)
        .executeUpdate();
  }
}
