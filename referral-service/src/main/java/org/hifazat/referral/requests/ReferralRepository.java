package org.hifazat.referral.requests;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reach is decided by row-level security: what the caller may not see is absent here. */
@ApplicationScoped
class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {}
