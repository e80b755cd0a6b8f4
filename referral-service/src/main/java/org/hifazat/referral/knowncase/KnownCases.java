package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Cases and consents learnt from events. The database shows only the caller's unit. */
@ApplicationScoped
public class KnownCases {
  private static final String SHARING = "share-information";

  private final Session session;

  KnownCases(Session session) {
    this.session = session;
  }

  /** Empty when unknown or of another unit. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<KnownCase> ofUnit(UUID caseId, UUID unitId) {
    return session
        .createNativeQuery(
            """
            select case_id, case_number, unit_id, district_code, owner_id, closed,
                   coalesce(named_ids, member_ids) as also
              from known_case where case_id = :id and unit_id = :unit""",
            Object[].class)
        .addScalar("case_id", UUID.class)
        .addScalar("case_number", String.class)
        .addScalar("unit_id", UUID.class)
        .addScalar("district_code", String.class)
        .addScalar("owner_id", UUID.class)
        .addScalar("closed", Boolean.class)
        .addScalar("also", UUID[].class)
        .setParameter("id", caseId)
        .setParameter("unit", unitId)
        .getResultList()
        .stream()
        .findFirst()
        .map(
            row ->
                new KnownCase(
                    (UUID) row[0],
                    (String) row[1],
                    (UUID) row[2],
                    (String) row[3],
                    (UUID) row[4],
                    (Boolean) row[5],
                    List.of((UUID[]) row[6])));
  }

  /**
   * What the case service says of sharing with an agency, after all that was said or overridden.
   *
   * @param until the last day it stands; null when open-ended
   * @param basisId the consent or override
   */
  record Sharing(
      UUID caseId, UUID agencyId, boolean stands, @Nullable LocalDate until, UUID basisId) {}

  /** The newest word on it; events of a case come in order. */
  @Transactional(Transactional.TxType.MANDATORY)
  void sharing(Sharing sharing) {
    session
        .createNativeMutationQuery(
            """
            insert into known_sharing (case_id, agency_id, stands, stands_until, basis_id)
            values (:case, :agency, :stands, :until, :basis)
            on conflict (case_id, agency_id) do update
               set stands = excluded.stands, stands_until = excluded.stands_until,
                   basis_id = excluded.basis_id""")
        .setParameter("case", sharing.caseId())
        .setParameter("agency", sharing.agencyId())
        .setParameter("stands", sharing.stands())
        .setParameter("until", sharing.until(), LocalDate.class)
        .setParameter("basis", sharing.basisId())
        .executeUpdate();
  }

  /** The case was closed or reopened; an older event changes nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  void turn(UUID caseId, boolean closed, long version) {
    session
        .createNativeMutationQuery(
            "update known_case set closed = :closed, version = :version"
                + " where case_id = :case and version < :version")
        .setParameter("case", caseId)
        .setParameter("closed", closed)
        .setParameter("version", version)
        .executeUpdate();
  }

  /**
   * The case went into another, and is where that one is: what is known of the other comes before
   * what the event says, since the other may have gone on meanwhile.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void join(CaseMerged merged, long version) {
    session
        .createNativeMutationQuery(
            """
            update known_case c set surviving_case = w.wanted, merge_version = :version,
                   unit_id = coalesce(s.unit_id, :unit),
                   owner_id = case when s.case_id is null then :owner else s.owner_id end
              from (select cast(:survivor as uuid) as wanted) w left join known_case s on s.case_id = w.wanted
             where c.case_id = :case and c.merge_version < :version""")
        .setParameter("case", merged.mergedCaseId())
        .setParameter("survivor", merged.survivingCaseId())
        .setParameter("unit", merged.unitId())
        .setParameter("owner", merged.ownerId(), UUID.class)
        .setParameter("version", version)
        .executeUpdate();
  }

  /** The merge was undone. */
  @Transactional(Transactional.TxType.MANDATORY)
  void part(CaseMerged merged, long version) {
    session
        .createNativeMutationQuery(
            """
            update known_case set surviving_case = null, merge_version = :version, unit_id = :unit, owner_id = :owner
             where case_id = :case and merge_version < :version""")
        .setParameter("case", merged.mergedCaseId())
        .setParameter("unit", merged.unitId())
        .setParameter("owner", merged.ownerId(), UUID.class)
        .setParameter("version", version)
        .executeUpdate();
  }

  /** The case and every one that went into it, also by way of another. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> historyOf(UUID caseId) {
    return session
        .createNativeQuery(
            """
            with recursive part as (
              select cast(:case as uuid) as id
              union
              select k.case_id from part join known_case k on k.surviving_case = part.id)
            select id from part""",
            UUID.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /**
   * The consent or override that covers sharing with the agency on that day. The case service says
   * whether all whose words are needed have given them; of what it said before it told so, the
   * newest word counts, and it must be a yes that has not run out.
   *
   * @param day when the agency gets to see something, not when the referral was written
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> consentToShare(UUID caseId, UUID agencyId, LocalDate day) {
    return session
        .createNativeQuery(
            """
            select basis_id from known_sharing
             where case_id = :case and agency_id = :agency
               and stands and (stands_until is null or stands_until >= :day)
            union all
            select consent_id from (
              select consent_id, decision, expires_on from known_consent
               where case_id = :case and agency_id = :agency and purpose = :purpose
                 and not exists (select 1 from known_sharing
                                  where case_id = :case and agency_id = :agency)
               order by happened_at desc, consent_id desc limit 1) newest
             where decision = 'given' and (expires_on is null or expires_on >= :day)""",
            UUID.class)
        .setParameter("case", caseId)
        .setParameter("agency", agencyId)
        .setParameter("purpose", SHARING)
        .setParameter("day", day)
        .getResultList()
        .stream()
        .findFirst();
  }
}
