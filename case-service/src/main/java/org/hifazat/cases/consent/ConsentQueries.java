package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** A case's consents, in the order they happened. */
@ApplicationScoped
public class ConsentQueries {
  private final Session entities;

  ConsentQueries(Session entities) {
    this.entities = entities;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public List<Consent> ofCase(UUID caseId) {
    return entities
        .createQuery(
            "from Consent where caseId = :case order by happenedAt, recordedAt", Consent.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
