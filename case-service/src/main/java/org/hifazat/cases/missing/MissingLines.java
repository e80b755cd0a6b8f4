package org.hifazat.cases.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.casefile.WarningSource;

/** A missing child is seen in the list of cases, too. */
@ApplicationScoped
public class MissingLines implements WarningSource {
  private final Session entities;

  MissingLines(Session entities) {
    this.entities = entities;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, List<String>> warnings(Collection<UUID> caseIds) {
    return entities
        .createQuery(
            "select caseId from MissingChild where caseId in :cases and foundAt is null",
            UUID.class)
        .setParameter("cases", caseIds)
        .getResultStream()
        .collect(Collectors.toMap(id -> id, id -> List.of("child-missing")));
  }
}
