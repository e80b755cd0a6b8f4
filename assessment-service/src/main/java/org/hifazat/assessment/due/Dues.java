package org.hifazat.assessment.due;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.instrument.Ages;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.knowncase.CaseStands;
import org.hifazat.assessment.knowncase.ContactHeld;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.PossibleAge;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks the policies whenever a case comes to stand elsewhere, and after every contact. What is due
 * already, or was assessed in this episode or since the contact, is not asked for again.
 */
@ApplicationScoped
public class Dues {

  private static final long ONLY_VERSION = 1;

  private static final String ASKED_FOR =
      """
      select p.id, p.purpose, p.step, p.risk_level, p.from_months, p.to_months, p.within_hours
        from due_policy p join known_case k on k.case_id = ?1
       where p.valid_from <= ?2 and (p.valid_to is null or p.valid_to > ?2)
         and p.after_contact = ?3
         and k.state = 'open' and (p.step is null or p.step = k.step)
         and (p.risk_level is null or p.risk_level = k.risk_level)
         and not exists (select from assessment_due d
                          where d.case_id = k.case_id and d.purpose = p.purpose and d.state = 'open')
         and not exists (select from last_assessed a
                          where a.case_id = k.case_id and a.purpose = p.purpose
                            and a.conducted_at >= coalesce(cast(?4 as timestamptz), k.episode_at, k.opened_at))
       order by p.within_hours, p.id
      """;

  private static final String MAKE =
      """
      insert into assessment_due (id, case_id, purpose, policy_id, state, started_at, due_at)
      values (?1, ?2, ?3, ?4, 'open', ?5, ?6)
      """;

  private static final String ASSESSED =
      """
      insert into last_assessed (case_id, purpose, conducted_at) values (?1, ?2, ?3)
      on conflict (case_id, purpose) do update set conducted_at = excluded.conducted_at
      where last_assessed.conducted_at < excluded.conducted_at
      """;

  private final Session database;
  private final InstrumentCatalogue instruments;
  private final Outbox outbox;
  private final AssessmentConfig config;
  private final IdSource ids;
  private final Clock clock;

  Dues(
      Session database,
      InstrumentCatalogue instruments,
      Outbox outbox,
      AssessmentConfig config,
      IdSource ids,
      Clock clock) {
    this.database = database;
    this.instruments = instruments;
    this.outbox = outbox;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  private record Asked(
      UUID policy,
      String purpose,
      @Nullable String step,
      @Nullable String riskLevel,
      Ages ages,
      int withinHours) {

    static Asked of(Object[] row) {
      return new Asked(
          (UUID) row[0],
          (String) row[1],
          (String) row[2],
          (String) row[3],
          new Ages((Integer) row[4], (Integer) row[5]),
          (Integer) row[6]);
    }
  }

  /** A case stands elsewhere, or it ended. */
  void when(@Observes CaseStands stands) {
    if (!stands.open()) {
      end(stands.caseId(), null, "dropped", stands.since());
      return;
    }
    ask(stands.caseId(), stands.since(), null);
  }

  /**
   * The child or the family was seen: what is asked for at every contact is due, unless it was
   * assessed that day or later.
   */
  void after(@Observes ContactHeld contact) {
    ZoneId zone = config.zone();
    Instant day = LocalDate.ofInstant(contact.at(), zone).atStartOfDay(zone).toInstant();
    ask(contact.caseId(), contact.at(), day);
  }

  /**
   * @param sinceContact what was assessed from then on is not asked for again; null for what is
   *     asked for once in an episode
   */
  private void ask(UUID caseId, Instant from, @Nullable Instant sinceContact) {
    KnownCase known = database.find(KnownCase.class, caseId);
    if (known == null) {
      return;
    }
    database.refresh(known);
    Set<String> made = new HashSet<>();
    for (Asked asked : asked(caseId, sinceContact)) {
      Optional<PossibleAge> age = known.ageAt(from);
      boolean ofAge = age.map(possible -> meets(asked.ages(), possible)).orElse(true);
      if (ofAge && isPossible(asked.purpose(), age) && made.add(asked.purpose())) {
        make(caseId, from, asked);
      }
    }
  }

  private List<Asked> asked(UUID caseId, @Nullable Instant sinceContact) {
    return database
        .createNativeQuery(ASKED_FOR, Object[].class)
        .setParameter(1, caseId)
        .setParameter(2, LocalDate.ofInstant(clock.instant(), config.zone()))
        .setParameter(3, sinceContact != null)
        .setParameter(4, sinceContact, Instant.class)
        .getResultStream()
        .map(Asked::of)
        .toList();
  }

  /** Nothing is due that no instrument in use can meet. */
  private boolean isPossible(String purpose, Optional<PossibleAge> age) {
    return instruments.all().stream()
        .filter(instrument -> instrument.purpose().equals(purpose))
        .map(instrument -> instrument.descriptor().ages())
        .anyMatch(ages -> age.map(possible -> meets(ages, possible)).orElse(true));
  }

  private static boolean meets(Ages ages, PossibleAge age) {
    Integer last = ages.toMonths();
    return age.toMonths() >= ages.fromMonths() && (last == null || age.fromMonths() <= last);
  }

  private void make(UUID caseId, Instant since, Asked asked) {
    UUID id = ids.next();
    Instant from = since.truncatedTo(ChronoUnit.MICROS);
    Instant due = from.plus(Duration.ofHours(asked.withinHours()));
    database
        .createNativeMutationQuery(MAKE)
        .setParameter(1, id)
        .setParameter(2, caseId)
        .setParameter(3, asked.purpose())
        .setParameter(4, asked.policy())
        .setParameter(5, from)
        .setParameter(6, due)
        .executeUpdate();
    outbox.append(
        new OutboxEvent(
            AssessmentDue.TYPE,
            "assessment-due",
            id.toString(),
            ONLY_VERSION,
            caseId.toString(),
            from,
            new AssessmentDue(
                id, caseId, asked.purpose(), asked.step(), asked.riskLevel(), from, due)));
  }

  /** A case was validly assessed for a purpose: what was due of it is met. */
  @Transactional(MANDATORY)
  public void assessed(UUID caseId, String purpose, Instant conductedAt) {
    database
        .createNativeMutationQuery(ASSESSED)
        .setParameter(1, caseId)
        .setParameter(2, purpose)
        .setParameter(3, conductedAt)
        .executeUpdate();
    end(caseId, purpose, "met", clock.instant());
  }

  private void end(UUID caseId, @Nullable String purpose, String state, Instant at) {
    database
        .createNativeMutationQuery(
            "update assessment_due set state = ?3, ended_at = ?4 where case_id = ?1"
                + " and state = 'open' and (cast(?2 as text) is null or purpose = ?2)")
        .setParameter(1, caseId)
        .setParameter(2, purpose, String.class)
        .setParameter(3, state)
        .setParameter(4, at)
        .executeUpdate();
  }
}
