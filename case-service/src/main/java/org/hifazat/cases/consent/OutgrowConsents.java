package org.hifazat.cases.consent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.AgeCorrected;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.telling.TellOnce;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.UnreadableFieldException;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * Consent that ends because the child grew older: at six the child is asked, too, and at eighteen
 * nobody else is (Caring for Child Survivors, IRC/UNICEF 2012). Birth dates are sealed, so whoever
 * may have had such a birthday by the year is looked at once a day, and each birthday only once. A
 * day that another instance was at is looked at again, until this one finds nothing left.
 */
@ApplicationScoped
public class OutgrowConsents {
  private static final int BATCH = 100;
  private static final UUID FIRST = new UUID(0, 0);
  private static final String JOB = "consent-birthdays";

  private final Session entities;
  private final CaseFiles files;
  private final ChildDetails children;
  private final ConsentQueries consents;
  private final ConsentStandings standings;
  private final ConsentEndings endings;
  private final TellOnce once;
  private final Timeline timeline;
  private final CallerContext callers;
  private final Clock clock;
  private final AtomicReference<LocalDate> looked = new AtomicReference<>(LocalDate.MIN);

  OutgrowConsents(
      Session entities,
      CaseFiles files,
      ChildDetails children,
      ConsentQueries consents,
      ConsentStandings standings,
      ConsentEndings endings,
      TellOnce once,
      Timeline timeline,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.children = children;
    this.consents = consents;
    this.standings = standings;
    this.endings = endings;
    this.once = once;
    this.timeline = timeline;
    this.callers = callers;
    this.clock = clock;
  }

  @Scheduled(
      identity = JOB,
      every = "${hifazat.deadlines.look-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    LocalDate today = KarachiTime.day(clock.instant());
    if (!today.equals(looked.get()) && endAll()) {
      looked.set(today);
    }
  }

  /**
   * What every birthday that has come by now ends.
   *
   * @return false when another instance is at it, which may stop before it is through
   */
  public boolean endAll() {
    return callers.as(
        Caller.system(JOB), () -> ConsentStanding.BIRTHDAYS.stream().allMatch(this::birthdays));
  }

  private boolean birthdays(int years) {
    UUID after = FIRST;
    List<UUID> batch;
    do {
      UUID from = after;
      Optional<List<UUID>> led = QuarkusTransaction.requiringNew().call(() -> some(years, from));
      if (led.isEmpty()) {
        return false;
      }
      batch = led.get();
      after = batch.isEmpty() ? after : batch.getLast();
    } while (batch.size() == BATCH);
    return true;
  }

  /** Empty when another instance is at it. */
  private Optional<List<UUID>> some(int years, UUID after) {
    if (!once.leads(JOB)) {
      return Optional.empty();
    }
    LocalDate today = KarachiTime.day(clock.instant());
    List<UUID> cases =
        entities
            .createNativeQuery(
                """
                select f.id from case_file f join child c on c.id = f.child_id
                 where c.birth_year <= :year and f.id > :after
                   and exists (select 1 from consent w where w.case_id = f.id)
                   and not exists (select 1 from consent_birthday b
                                    where b.case_id = f.id and b.years = :years)
                 order by f.id limit :batch""",
                UUID.class)
            .setParameter("year", today.getYear() - years)
            .setParameter("years", years)
            .setParameter("after", after)
            .setParameter("batch", BATCH)
            .getResultList();
    cases.forEach(id -> one(id, years, today));
    return Optional.of(cases);
  }

  private void one(UUID caseId, int years, LocalDate today) {
    CaseFiles.WithChild found = files.withChild(caseId).orElseThrow();
    Age age;
    try {
      age = children.open(found.child()).age();
    } catch (ErasedSubjectException | UnreadableFieldException unreadable) {
      return;
    }
    LocalDate birthday = age.turns(years);
    if (birthday.isAfter(today)) {
      return;
    }
    mark(caseId, years);
    List<Consent> words = consents.counting(caseId);
    List<ConsentOverride> overrides = standings.overrides(caseId);
    for (ConsentMatter matter : words.stream().map(ConsentMatter::of).distinct().toList()) {
      List<Consent> said = words.stream().filter(matter::isOf).toList();
      if (ConsentStanding.restsOnYounger(birthday, said, age, today)
          && !standings.of(matter, words, overrides, age).stands()) {
        ended(found.file(), matter, said.getLast(), KarachiTime.endOf(birthday.minusDays(1)));
      }
    }
  }

  /** Words fit for one age may not be enough, or be enough again, once the age is put right. */
  void corrected(@Observes AgeCorrected corrected) {
    UUID caseId = corrected.caseId();
    CaseFile file = files.withinReach(caseId).orElseThrow();
    Age age = children.open(corrected.child()).age();
    LocalDate today = KarachiTime.day(corrected.at());
    forget(caseId, ConsentStanding.BIRTHDAYS.stream().filter(n -> age.turns(n).isAfter(today)));
    List<Consent> words = consents.counting(caseId);
    List<ConsentOverride> overrides = standings.overrides(caseId);
    for (ConsentMatter matter : words.stream().map(ConsentMatter::of).distinct().toList()) {
      boolean stood = standings.of(matter, words, overrides, corrected.before()).stands();
      boolean stands = standings.of(matter, words, overrides, age).stands();
      if (stood && !stands) {
        Consent last = words.stream().filter(matter::isOf).toList().getLast();
        ended(file, matter, last, corrected.at());
      } else if (!stood && stands) {
        endings.stands(file, matter, corrected.at());
      }
    }
  }

  private void ended(CaseFile file, ConsentMatter matter, Consent last, Instant at) {
    endings.ended(
        file,
        new ConsentEvents.Ended(file.id(), last.id(), matter, "age-reached", at),
        last.recordedBy());
    timeline.happened(file.id(), "consent-outgrown", at, last.id(), matter.purpose());
  }

  private void mark(UUID caseId, int years) {
    entities
        .createNativeMutationQuery(
            "insert into consent_birthday (case_id, years, recorded_at)"
                + " values (:case, :years, :now)")
        .setParameter("case", caseId)
        .setParameter("years", years)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  /** Not had yet after all: it will come. */
  private void forget(UUID caseId, Stream<Integer> birthdays) {
    birthdays.forEach(
        years ->
            entities
                .createNativeMutationQuery(
                    "delete from consent_birthday where case_id = :case and years = :years")
                .setParameter("case", caseId)
                .setParameter("years", years)
                .executeUpdate());
  }
}
