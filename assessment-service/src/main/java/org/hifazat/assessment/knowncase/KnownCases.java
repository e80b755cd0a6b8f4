package org.hifazat.assessment.knowncase;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.platform.messaging.ReceivedEvent;

/** The cases this service has heard of. */
@ApplicationScoped
public class KnownCases {

  // A late delivery of an older state must not undo a newer one.
  private static final String REMEMBER =
      """
      insert into known_case (case_id, unit_id, owner_id, state, case_version, opened_at, age_band, age_as_of,
        case_number, episode_at)
      values (?1, ?2, ?3, 'open', ?4, ?5, ?6, ?5, ?7, ?5)
      on conflict (case_id) do update set unit_id = excluded.unit_id, owner_id = excluded.owner_id,
        state = excluded.state, case_version = excluded.case_version, opened_at = excluded.opened_at,
        age_band = excluded.age_band, age_as_of = excluded.age_as_of, case_number = excluded.case_number
      where known_case.case_version < excluded.case_version
      """;

  // Who may know of a sealed case in the other unit is told next; till then, whoever has it now.
  private static final String CLOSED_TILL_TOLD =
      "case when named_ids is null then null else array[?2] end";

  private static final String WORKED_ON =
      """
      select case_id, case_number from known_case
      where state = 'open' and surviving_case is null and case_number is not null
        and (owner_id = ?1 or member_ids @> array[?1] or named_ids @> array[?1] or (unit_id = ?2 and ?3))
      order by case_number limit 1000
      """;

  /** A case by the number people know it by. */
  public record Numbered(UUID caseId, String number) {}

  private final EntityManager database;
  private final Event<CaseStands> stands;

  KnownCases(EntityManager database, Event<CaseStands> stands) {
    this.database = database;
    this.stands = stands;
  }

  /** The case, when it is known and within reach. */
  @Transactional(MANDATORY)
  public Optional<KnownCase> find(AccessScope scope, UUID caseId) {
    return database
        .createQuery(
            "from KnownCase k where k.caseId = ?1 and (k.ownerId = ?2 or k.unitId = ?3)",
            KnownCase.class)
        .setParameter(1, caseId)
        .setParameter(2, scope.staff())
        .setParameter(3, scope.unit())
        .getResultStream()
        .findFirst();
  }

  /**
   * The open cases somebody works on, by number.
   *
   * @param wholeUnit those of the unit, too: its supervisor asks
   */
  @Transactional(MANDATORY)
  public List<Numbered> workedOnBy(AccessScope scope, boolean wholeUnit) {
    List<Object[]> rows =
        database
            .unwrap(Session.class)
            .createNativeQuery(WORKED_ON, Object[].class)
            .setParameter(1, scope.staff())
            .setParameter(2, scope.unit())
            .setParameter(3, wholeUnit)
            .getResultList();
    return rows.stream().map(row -> new Numbered((UUID) row[0], (String) row[1])).toList();
  }

  @Transactional(MANDATORY)
  void remember(ReceivedEvent<CaseOpened> event) {
    CaseOpened opened = event.payload();
    database
        .unwrap(Session.class)
        .createNativeMutationQuery(REMEMBER)
        .setParameter(1, opened.caseId())
        .setParameter(2, opened.unitId())
        .setParameter(3, opened.ownerId(), UUID.class)
        .setParameter(4, event.aggregateVersion())
        .setParameter(5, opened.openedAt())
        .setParameter(6, opened.ageBand(), String.class)
        .setParameter(7, opened.caseNumber(), String.class)
        .executeUpdate();
    stands.fire(new CaseStands(opened.caseId(), true, opened.openedAt()));
  }

  /** The case took a step; something older changes nothing. */
  @Transactional(MANDATORY)
  void move(CaseMoved moved) {
    stand("step = ?2, step_at = ?3", "step_at", moved.caseId(), moved.to(), moved.movedAt());
  }

  /** The case's level of risk was set; something older changes nothing. */
  @Transactional(MANDATORY)
  void setRisk(RiskLevelSet risk) {
    stand("risk_level = ?2, risk_at = ?3", "risk_at", risk.caseId(), risk.level(), risk.setAt());
  }

  /** The case has no level any more; something older changes nothing. */
  @Transactional(MANDATORY)
  void takeRiskBack(UUID caseId, Instant at) {
    stand("risk_level = nullif(?2, ''), risk_at = ?3", "risk_at", caseId, "", at);
  }

  private void stand(String what, String since, UUID caseId, String value, Instant at) {
    int changed =
        database
            .unwrap(Session.class)
            .createNativeMutationQuery(
                "update known_case set %s where case_id = ?1 and (%s is null or %s < ?3)"
                    .formatted(what, since, since))
            .setParameter(1, caseId)
            .setParameter(2, value)
            .setParameter(3, at)
            .executeUpdate();
    if (changed > 0) {
      stands.fire(new CaseStands(caseId, true, at));
    }
  }

  /** What is known of the child's age was put right; something older changes nothing. */
  @Transactional(MANDATORY)
  void correctAge(UUID caseId, String ageBand, Instant asOf) {
    database
        .unwrap(Session.class)
        .createNativeMutationQuery(
            "update known_case set age_band = ?2, age_as_of = ?3"
                + " where case_id = ?1 and (age_as_of is null or age_as_of <= ?3)")
        .setParameter(1, caseId)
        .setParameter(2, ageBand)
        .setParameter(3, asOf)
        .executeUpdate();
  }

  /** The case was closed or reopened. */
  @Transactional(MANDATORY)
  void turn(UUID caseId, String state, long version, Instant at) {
    boolean open = "open".equals(state);
    String anew =
        open ? ", step = 'identified', step_at = ?4, risk_level = null, episode_at = ?4" : "";
    var update =
        database
            .unwrap(Session.class)
            .createNativeMutationQuery(
                "update known_case set state = ?2, case_version = ?3"
                    + anew
                    + " where case_id = ?1 and case_version < ?3")
            .setParameter(1, caseId)
            .setParameter(2, state)
            .setParameter(3, version);
    if (open) {
      update.setParameter(4, at);
    }
    if (update.executeUpdate() > 0) {
      stands.fire(new CaseStands(caseId, open, at));
    }
  }

  /**
   * The case went into another, and is where that one is: what is known of the other comes before
   * what the event says, since the other may have gone on meanwhile. The closing of the same
   * version follows as an event of its own.
   */
  @Transactional(MANDATORY)
  void join(CaseMerged merged, long version) {
    database
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            update known_case c set surviving_case = ?2, merge_version = ?5,
              unit_id = coalesce(s.unit_id, ?3), owner_id = case when s.case_id is null then ?4 else s.owner_id end
             from (select cast(?2 as uuid) as wanted) w left join known_case s on s.case_id = w.wanted
             where c.case_id = ?1 and c.merge_version < ?5""")
        .setParameter(1, merged.mergedCaseId())
        .setParameter(2, merged.survivingCaseId())
        .setParameter(3, merged.unitId())
        .setParameter(4, merged.ownerId(), UUID.class)
        .setParameter(5, version)
        .executeUpdate();
  }

  /** The merge was undone. */
  @Transactional(MANDATORY)
  void part(CaseMerged merged, long version) {
    database
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            update known_case set surviving_case = null, merge_version = ?4, unit_id = ?2, owner_id = ?3
             where case_id = ?1 and merge_version < ?4""")
        .setParameter(1, merged.mergedCaseId())
        .setParameter(2, merged.unitId())
        .setParameter(3, merged.ownerId(), UUID.class)
        .setParameter(4, version)
        .executeUpdate();
  }

  /** The case and every one that went into it, also by way of another. */
  @Transactional(MANDATORY)
  public List<UUID> historyOf(UUID caseId) {
    return database
        .unwrap(Session.class)
        .createNativeQuery(
            """
            with recursive part as (
              select cast(?1 as uuid) as id
              union
              select k.case_id from part join known_case k on k.surviving_case = part.id)
            select id from part""",
            UUID.class)
        .setParameter(1, caseId)
        .getResultList();
  }

  /** Somebody else of the unit has the case. */
  @Transactional(MANDATORY)
  void hand(CaseHanded handed, long version) {
    change("owner_id = ?2", handed, version);
  }

  /** Another unit has the case, and nobody of the former one works on it. */
  @Transactional(MANDATORY)
  void transfer(CaseHanded handed, long version) {
    change(
        "owner_id = ?2, unit_id = ?4, member_ids = '{}', named_ids = " + CLOSED_TILL_TOLD,
        handed,
        version);
  }

  private void change(String what, CaseHanded handed, long version) {
    var update =
        database
            .unwrap(Session.class)
            .createNativeMutationQuery(
                "update known_case set "
                    + what
                    + ", case_version = ?3"
                    + " where case_id = ?1 and case_version < ?3")
            .setParameter(1, handed.caseId())
            .setParameter(2, handed.ownerId())
            .setParameter(3, version);
    if (what.contains("?4")) {
      update.setParameter(4, handed.unitId());
    }
    update.executeUpdate();
  }

  /** Others work on the case, or alone may know of it; told with the transfer, too. */
  @Transactional(MANDATORY)
  void open(CaseMembers members, long version) {
    database
        .unwrap(Session.class)
        .createNativeMutationQuery(
            "update known_case set member_ids = ?2, named_ids = ?3, case_version = ?4"
                + " where case_id = ?1 and case_version <= ?4")
        .setParameter(1, members.caseId())
        .setParameter(2, members.memberIds().toArray(UUID[]::new), UUID[].class)
        .setParameter(
            3, members.sealed() ? members.namedIds().toArray(UUID[]::new) : null, UUID[].class)
        .setParameter(4, version)
        .executeUpdate();
  }
}
