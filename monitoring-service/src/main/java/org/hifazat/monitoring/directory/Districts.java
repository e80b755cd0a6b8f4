package org.hifazat.monitoring.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** All districts there are or were. */
@ApplicationScoped
public class Districts {
  private final Session entities;

  Districts(Session entities) {
    this.entities = entities;
  }

  /** By division and English name. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<District> all() {
    return entities
        .createQuery("from KnownDistrict order by division, nameEn, code", KnownDistrict.class)
        .getResultList()
        .stream()
        .map(KnownDistrict::asDistrict)
        .toList();
  }
}
