package org.hifazat.cases.tracing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.WarningSource;

/** An unaccompanied child has nobody: whoever opens the case sees that first. */
@ApplicationScoped
public class SeparationWarnings implements WarningSource {
  static final String UNACCOMPANIED = "unaccompanied";

  private final Session entities;

  SeparationWarnings(Session entities) {
    this.entities = entities;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, List<String>> warnings(Collection<UUID> caseIds) {
    Map<UUID, List<String>> warnings = new HashMap<>();
    entities
        .createQuery(
            "select caseId from Separation where caseId in :cases and status = :status", UUID.class)
        .setParameter("cases", caseIds)
        .setParameter("status", UNACCOMPANIED)
        .getResultList()
        .forEach(id -> warnings.put(id, List.of(UNACCOMPANIED)));
    return warnings;
  }
}
