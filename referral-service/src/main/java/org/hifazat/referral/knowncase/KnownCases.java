package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

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
            select case_id, case_number, unit_id, district_code, owner_id, closed
              from known_case where case_id = :id and unit_id = :unit""",
            Object[].class)
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
                    (Boolean) row[5]));
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
   * The consent that covers sharing with the agency on that day: the newest word on it counts, and
   * it must be a yes that has not run out.
   *
   * @param day when the agency gets to see something, not when the referral was written
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> consentToShare(UUID caseId, UUID agencyId, LocalDate day) {
    return session
        .createNativeQuery(
            """
            select consent_id from (
              select consent_id, decision, expires_on from known_consent
               where case_id = :case and agency_id = :agency and purpose = :purpose
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
