package org.hifazat.assessment.alarm;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.assessment.instrument.RaisedAlarm;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/**
 * Raises alarms, each once. They go out with the answer that raised them, also while the rest of
 * the form is unanswered: whoever is told must not wait until a worker finds the time to finish.
 */
@ApplicationScoped
public class Alarms {

  private static final long ONLY_VERSION = 1;

  private static final String IN_WHAT_IS_AMENDED =
      """
      with recursive history (standing_in, id) as (
        select a.id, a.id from assessment a where a.id in (:ids)
        union all
        select h.standing_in, a.amends from history h join assessment a on a.id = h.id
         where a.amends is not null)
      select h.standing_in, x.id, x.kind, x.imminent, x.raised_at from history h join alarm x on x.assessment_id = h.id
       order by x.raised_at, x.id""";

  private final Session database;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  Alarms(
      Session database,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Where an answer stands that interrupts.
   *
   * @param saidAt when it was said: the hour others have to act runs from here
   */
  public record Source(
      UUID caseId,
      String instrumentId,
      @Nullable UUID draftId,
      @Nullable UUID assessmentId,
      Instant saidAt) {

    public Source {
      saidAt = saidAt.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * Raises what was not raised before.
   *
   * @param known what stands already where these answers come from
   * @return all that stand now
   */
  @Transactional(MANDATORY)
  public List<StandingAlarm> raise(
      Source source, List<RaisedAlarm> found, List<StandingAlarm> known) {
    List<StandingAlarm> standing = new ArrayList<>(known);
    Comparator<RaisedAlarm> worstFirst = Comparator.comparing(RaisedAlarm::imminent).reversed();
    for (RaisedAlarm raised : found.stream().sorted(worstFirst).toList()) {
      if (standing.stream().noneMatch(stands -> stands.covers(raised))) {
        standing.add(raise(source, raised));
      }
    }
    return List.copyOf(standing);
  }

  private StandingAlarm raise(Source source, RaisedAlarm raised) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = ids.next();
    Alarm alarm = new Alarm(id, source, raised, callers.current().staffId().orElseThrow(), now);
    database.persist(alarm);
    database.flush();
    outbox.append(
        new OutboxEvent(
            AlarmRaised.TYPE,
            "alarm",
            id.toString(),
            ONLY_VERSION,
            source.caseId().toString(),
            source.saidAt(),
            alarm.told()));
    audit.performed(
        "RAISE_ALARM",
        "alarm",
        id,
        "case:" + source.caseId(),
        source.instrumentId() + ":" + raised.kind() + (raised.imminent() ? ":imminent" : ""));
    return alarm.standing();
  }

  /** What was raised while it was answered stands in what the draft became. */
  @Transactional(MANDATORY)
  public List<StandingAlarm> follow(UUID draftId, UUID assessmentId) {
    List<Alarm> alarms = inDraft(draftId);
    alarms.forEach(alarm -> alarm.standsIn(assessmentId));
    database.flush();
    return alarms.stream().map(Alarm::standing).toList();
  }

  @Transactional(MANDATORY)
  public List<StandingAlarm> ofDraft(UUID draftId) {
    return inDraft(draftId).stream().map(Alarm::standing).toList();
  }

  /**
   * By assessment, in one statement; those without are not in it. What was raised in an assessment
   * stands in its addenda too: putting an answer right does not take an alarm back.
   */
  @Transactional(MANDATORY)
  public Map<UUID, List<StandingAlarm>> ofAssessments(Collection<UUID> assessments) {
    if (assessments.isEmpty()) {
      return Map.of();
    }
    return database
        .createNativeQuery(IN_WHAT_IS_AMENDED, Object[].class)
        .setParameterList("ids", assessments)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(
                    row ->
                        new StandingAlarm(
                            (UUID) row[1], (String) row[2], (Boolean) row[3], (Instant) row[4]),
                    Collectors.toList())));
  }

  private List<Alarm> inDraft(UUID draftId) {
    return database
        .createQuery("from Alarm where draftId = :draft order by raisedAt, id", Alarm.class)
        .setParameter("draft", draftId)
        .getResultList();
  }
}
