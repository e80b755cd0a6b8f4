package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Referrals of cases by state, as the referral service tells it; an older event changes nothing.
 */
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
