package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Referrals of cases as the referral service tells of them; an older event changes no state. */
@ApplicationScoped
public class KnownReferrals {
  private final Session entities;

  KnownReferrals(Session entities) {
    this.entities = entities;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void learn(UUID referralId, UUID caseId, String status, long version) {
    entities
        .createNativeQuery(
            """
            insert into known_referral (referral_id, case_id, status, version)
            values (:id, :case, :status, :version)
            on conflict (referral_id) do update
               set status = excluded.status, version = excluded.version
             where known_referral.version < excluded.version""")
        .setParameter("id", referralId)
        .setParameter("case", caseId)
        .setParameter("status", status)
        .setParameter("version", version)
        .executeUpdate();
  }

  /** What an agency was asked for. */
  record Asked(
      @Nullable String category, @Nullable String priority, @Nullable UUID agencyId, Instant at) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void asked(UUID referralId, Asked asked) {
    UUID agency = asked.agencyId();
    entities
        .createNativeMutationQuery(
            """
            update known_referral
               set category = ?2, priority = ?3, agency_id = cast(?4 as uuid), asked_at = ?5,
                   moved_at = coalesce(moved_at, ?5)
             where referral_id = ?1""")
        .setParameter(1, referralId)
        .setParameter(2, asked.category())
        .setParameter(3, asked.priority())
        .setParameter(4, agency == null ? null : agency.toString())
        .setParameter(5, asked.at())
        .executeUpdate();
  }

  /** It is to carry out an action of the case plan. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forAction(UUID referralId, UUID actionId) {
    entities
        .createNativeMutationQuery(
            "update known_referral set action_id = ?2 where referral_id = ?1")
        .setParameter(1, referralId)
        .setParameter(2, actionId)
        .executeUpdate();
  }

  /** The action was marked done by it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void carriedOut(UUID referralId) {
    entities
        .createNativeMutationQuery(
            "update known_referral set carried_out = true where referral_id = ?1")
        .setParameter(1, referralId)
        .executeUpdate();
  }

  /** What came of a referral that is to carry out an action. */
  record OfAction(UUID actionId, @Nullable String outcome, @Nullable Instant movedAt) {}

  @Transactional(Transactional.TxType.MANDATORY)
  Optional<OfAction> ofAction(UUID referralId) {
    return entities
        .createNativeQuery(
            "select action_id, outcome, moved_at from known_referral"
                + " where referral_id = ?1 and action_id is not null",
            Object[].class)
        .addScalar("action_id", UUID.class)
        .addScalar("outcome", String.class)
        .addScalar("moved_at", Instant.class)
        .setParameter(1, referralId)
        .getResultStream()
        .findFirst()
        .map(row -> new OfAction((UUID) row[0], (String) row[1], (Instant) row[2]));
  }

  /** Of a move that is the newest known. */
  @Transactional(Transactional.TxType.MANDATORY)
  void moved(UUID referralId, Instant at, @Nullable String outcome, long version) {
    entities
        .createNativeMutationQuery(
            """
            update known_referral set moved_at = ?2, outcome = coalesce(?3, outcome)
             where referral_id = ?1 and version = ?4""")
        .setParameter(1, referralId)
        .setParameter(2, at)
        .setParameter(3, outcome)
        .setParameter(4, version)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void told(UUID referralId, Instant at) {
    entities
        .createNativeMutationQuery("update known_referral set told_at = ?2 where referral_id = ?1")
        .setParameter(1, referralId)
        .setParameter(2, at)
        .executeUpdate();
  }

  /** Whether the family was told what came of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isTold(UUID referralId) {
    return entities
        .createNativeQuery(
            "select exists (select 1 from known_referral where referral_id = ?1 and told_at is not null)",
            Boolean.class)
        .setParameter(1, referralId)
        .getSingleResult();
  }

  /** What an agency sends back or proposes; whichever of its two events comes first. */
  @Transactional(Transactional.TxType.MANDATORY)
  void returned(UUID returnId, UUID referralId, UUID caseId, boolean answered) {
    entities
        .createNativeMutationQuery(
            """
            insert into known_return (return_id, referral_id, case_id, answered)
            values (?1, ?2, ?3, ?4)
            on conflict (return_id) do update set answered = known_return.answered or excluded.answered""")
        .setParameter(1, returnId)
        .setParameter(2, referralId)
        .setParameter(3, caseId)
        .setParameter(4, answered)
        .executeUpdate();
  }

  /** Whether something that came back of it waits for the unit's answer. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean awaitsAnswer(UUID referralId) {
    return entities
        .createNativeQuery(
            "select exists (select 1 from known_return where referral_id = ?1 and not answered)",
            Boolean.class)
        .setParameter(1, referralId)
        .getSingleResult();
  }

  /**
   * A referral by what is known of it here.
   *
   * @param agencyKind police, court, hospital and so on
   * @param toldAt when the family was told what came of it
   */
  public record Known(
      UUID id,
      String status,
      @Nullable String category,
      @Nullable String priority,
      @Nullable String agencyKind,
      @Nullable Instant askedAt,
      @Nullable Instant movedAt,
      @Nullable String outcome,
      @Nullable Instant toldAt) {}

  /** Also of cases that went into this one; the one asked for last first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Known> ofCase(UUID caseId, int most) {
    return entities
        .createNativeQuery(
            """
            select r.referral_id, r.status, r.category, r.priority, a.kind, r.asked_at, r.moved_at, r.outcome, r.told_at
              from known_referral r left join known_agency a on a.agency_id = r.agency_id
             where r.case_id in (select history_of_case(:case))
             order by r.asked_at desc nulls last, r.referral_id desc limit :most""",
            Object[].class)
        .addScalar("referral_id", UUID.class)
        .addScalar("status", String.class)
        .addScalar("category", String.class)
        .addScalar("priority", String.class)
        .addScalar("kind", String.class)
        .addScalar("asked_at", Instant.class)
        .addScalar("moved_at", Instant.class)
        .addScalar("outcome", String.class)
        .addScalar("told_at", Instant.class)
        .setParameter("case", caseId)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(
            row ->
                new Known(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (Instant) row[5],
                    (Instant) row[6],
                    (String) row[7],
                    (Instant) row[8]))
        .toList();
  }

  /** Also of cases that went into this one: those the agency has not finished, refused or lost. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> open(UUID caseId) {
    return entities
        .createNativeQuery(
            """
            select referral_id from known_referral
             where case_id in (select history_of_case(:case)) and status in ('requested', 'accepted', 'in-progress', 'on-hold')
             order by referral_id""",
            UUID.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
