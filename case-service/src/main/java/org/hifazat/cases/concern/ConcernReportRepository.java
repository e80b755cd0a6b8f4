package org.hifazat.cases.concern;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reach is decided by row-level security: what the caller may not see is absent here. */
@ApplicationScoped
class ConcernReportRepository implements PanacheRepositoryBase<ConcernReport, UUID> {
  Optional<ConcernReport> withinReach(UUID id) {
    return findByIdOptional(id);
  }
}
