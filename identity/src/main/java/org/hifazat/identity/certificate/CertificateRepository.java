package org.hifazat.identity.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Row-level security shows the certificates of those one may see. */
@ApplicationScoped
class CertificateRepository implements PanacheRepositoryBase<Certificate, UUID> {
  List<Certificate> of(UUID staffId) {
    return list("staffId = ?1 order by validTo desc, level desc", staffId);
  }

  List<Certificate> of(Collection<UUID> staffIds) {
    return list("staffId in ?1", staffIds);
  }
}
