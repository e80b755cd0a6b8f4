package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Cases and consents learnt from events. The database shows only the caller's unit. */
@ApplicationScoped
public class KnownCases {
  private static final Logger LOG = Logger.getLogger(KnownCases.class);

  private static final String SHARING = "share-information";
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

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
   * What the case service says of sharing with somebody, after all that was said or overridden.
   *
   * @param toldBy the event's id
   * @param until the last day it stands; null when open-ended
   * @param basisId the consent or override
   * @param overrideCode why an override was written; null of consent
   * @param overrideState awaiting, confirmed, rejected, lapsed or ended; null of consent
   * @param confirmBy until when a second person confirms an override that awaits one
   */
  record Sharing(
      UUID toldBy,
      UUID caseId,
      Recipient with,
      boolean stands,
      @Nullable LocalDate until,
      UUID basisId,
      @Nullable String overrideCode,
      @Nullable String overrideState,
      @Nullable Instant confirmBy) {}

  /**
   * The newest word on it; an older one changes nothing. Events of a case come in order, but not
   * one that was set aside and is delivered again. Their ids are of the time they were written at,
   * to the millisecond also between two who write: people's words on one matter lie further apart.
   * Whoever is just sending goes first.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void sharing(Sharing sharing) {
    hold("pg_advisory_xact_lock", sharing.caseId(), sharing.with());
    int counts =
        session
            .createNativeMutationQuery(
                """
            insert into known_sharing as known
              (case_id, agency_id, recipient_id, stands, stands_until, basis_id, override_code, override_state, confirm_by, told_by)
            values (:case, :agency, :recipient, :stands, :until, :basis, :override, :state, :confirm, :told)
            on conflict (case_id, agency_id, recipient_id) do update
               set stands = excluded.stands, stands_until = excluded.stands_until,
                   basis_id = excluded.basis_id, override_code = excluded.override_code,
                   override_state = excluded.override_state, confirm_by = excluded.confirm_by,
                   told_by = excluded.told_by
             where known.told_by is null or known.told_by < excluded.told_by""")
            .setParameter("case", sharing.caseId())
            .setParameter("agency", sharing.with().agency().orElse(null), UUID.class)
            .setParameter("recipient", sharing.with().outside().orElse(null), UUID.class)
            .setParameter("stands", sharing.stands())
            .setParameter("until", sharing.until(), LocalDate.class)
            .setParameter("basis", sharing.basisId())
            .setParameter("override", sharing.overrideCode(), String.class)
            .setParameter("state", sharing.overrideState(), String.class)
            .setParameter("confirm", sharing.confirmBy(), Instant.class)
            .setParameter("told", sharing.toldBy())
            .executeUpdate();
    if (counts == 0 && !sharing.stands()) {
      // Delivered again, or written by a machine whose clock is behind: then sharing goes on that
      // should not.
      LOG.warnf(
          "The no to sharing in event %s counts no more: what was said later stands",
          sharing.toldBy());
    }
  }

  /** Whom a word or an override of the case names; what for they were named never changes. */
  @Transactional(Transactional.TxType.MANDATORY)
  void named(UUID caseId, @Nullable UUID recipientId, @Nullable String serviceType) {
    if (recipientId != null && serviceType != null) {
      session
          .createNativeMutationQuery(
              "insert into known_recipient (case_id, recipient_id, service_type)"
                  + " values (:case, :recipient, :type) on conflict do nothing")
          .setParameter("case", caseId)
          .setParameter("recipient", recipientId)
          .setParameter("type", serviceType)
          .executeUpdate();
    }
  }

  /** What for somebody outside the directory is asked; empty when the case names no such person. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> serviceType(UUID caseId, UUID recipientId) {
    return session
        .createNativeQuery(
            "select service_type from known_recipient"
                + " where case_id = :case and recipient_id = :recipient",
            String.class)
        .setParameter("case", caseId)
        .setParameter("recipient", recipientId)
        .getResultStream()
        .findFirst();
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
   * What sharing stands by.
   *
   * @param id the consent or the override
   * @param overrideCode why it goes on without consent; null of consent
   * @param awaiting an override that no second person has confirmed yet
   * @param toldBy the event that told the newest word on it; null where it was not kept
   */
  public record Basis(
      UUID id, @Nullable String overrideCode, boolean awaiting, @Nullable UUID toldBy) {}

  /**
   * The consent or override that covers sharing with the recipient on that day. The case service
   * says whether all whose words are needed have given them; of what it said before it told so, the
   * newest word counts, and it must be a yes that has not run out. No other word on it is taken in
   * before the transaction ends: a withdrawal meets what was sent, or is met by the sender.
   *
   * @param now when the recipient gets to see something, not when the referral was written
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Basis> consentToShare(UUID caseId, Recipient with, Instant now) {
    hold("pg_advisory_xact_lock_shared", caseId, with);
    return session
        .createNativeQuery(
            """
            select basis_id, override_code, coalesce(override_state = 'awaiting', false), told_by from known_sharing
             where case_id = :case and agency_id is not distinct from :agency
               and recipient_id is not distinct from :recipient
               and stands and (stands_until is null or stands_until >= :day)
               and (confirm_by is null or confirm_by > :now)
            union all
            select consent_id, null, false, null from (
              select consent_id, decision, expires_on from known_consent
               where case_id = :case and agency_id = :agency and purpose = :purpose
                 and not exists (select 1 from known_sharing
                                  where case_id = :case and agency_id = :agency)
               order by happened_at desc, consent_id desc limit 1) newest
             where decision = 'given' and (expires_on is null or expires_on >= :day)""",
            Object[].class)
        .setParameter("case", caseId)
        .setParameter("agency", with.agency().orElse(null), UUID.class)
        .setParameter("recipient", with.outside().orElse(null), UUID.class)
        .setParameter("purpose", SHARING)
        .setParameter("day", LocalDate.ofInstant(now, KARACHI))
        .setParameter("now", now)
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> new Basis((UUID) row[0], (String) row[1], (Boolean) row[2], (UUID) row[3]));
  }

  /**
   * Held until the transaction ends. A lock of the row would not do: there is none before the first
   * word, and staff may not write it.
   */
  private void hold(String lock, UUID caseId, Recipient with) {
    session
        .createNativeQuery(
            "select cast(%s(hashtextextended(:what, 0)) as text)".formatted(lock), String.class)
        .setParameter("what", "sharing:" + caseId + ":" + with.id())
        .getResultList();
  }

  /** As a word on sharing, of a time that has passed; false when another word came first. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean lapse(UUID caseId, Recipient with, Instant now) {
    hold("pg_advisory_xact_lock", caseId, with);
    return session
            .createNativeMutationQuery(
                "update known_sharing set stands = false where case_id = :case"
                    + " and agency_id is not distinct from :agency"
                    + " and recipient_id is not distinct from :recipient and stands"
                    + " and (stands_until < :today or confirm_by <= :now)")
            .setParameter("case", caseId)
            .setParameter("agency", with.agency().orElse(null), UUID.class)
            .setParameter("recipient", with.outside().orElse(null), UUID.class)
            .setParameter("today", LocalDate.ofInstant(now, KARACHI))
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}
