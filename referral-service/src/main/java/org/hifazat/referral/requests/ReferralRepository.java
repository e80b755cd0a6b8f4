package org.hifazat.referral.requests;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Loads within a reach only; row-level security is the second wall. */
@ApplicationScoped
class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {

  Optional<Referral> ofUnit(UUID id, UUID unitId) {
    return find("id = ?1 and unitId = ?2", id, unitId).firstResultOptional();
  }

  /** Drafts are the sender's own. */
  Optional<Referral> addressedTo(UUID id, UUID agencyId) {
    return find("id = ?1 and agencyId = ?2 and status <> 'draft'", id, agencyId)
        .firstResultOptional();
  }

  /**
   * An invented one, kept from its sandbox's reset until the transaction ends; empty where the
   * reset came first.
   */
  Optional<Referral> keptFromReset(UUID id, UUID agencyId) {
    getEntityManager()
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock_shared(hashtextextended(:what, 0)) as text)",
            String.class)
        .setParameter("what", Sandbox.lockOf(agencyId))
        .getResultList();
    return addressedTo(id, agencyId);
  }
}
