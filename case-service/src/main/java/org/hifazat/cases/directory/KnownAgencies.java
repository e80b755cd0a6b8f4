package org.hifazat.cases.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Agencies of the directory, by id and kind; identity owns their names. */
@ApplicationScoped
public class KnownAgencies {
  private final Session entities;

  KnownAgencies(Session entities) {
    this.entities = entities;
  }

  /** Police, court, hospital and so on; empty when no such agency is known. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> kind(UUID agencyId) {
    return entities
        .createNativeQuery("select kind from known_agency where agency_id = :id", String.class)
        .setParameter("id", agencyId)
        .getResultStream()
        .findFirst();
  }
}
