package org.hifazat.cases.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Warning;

/** Somebody known is said to have harmed the child, and it is not off the table. */
@ApplicationScoped
class IncidentWarning implements CaseWarnings {
  private static final String CODE = "alleged-person-known";

  private final Session entities;

  IncidentWarning(Session entities) {
    this.entities = entities;
  }

  @Override
  public List<Warning> of(CaseFile file) {
    if (file.isClosed()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select id from Incident where caseId = :case and personId is not null"
                + " and finding in ('alleged', 'substantiated') order by happenedAt desc",
            UUID.class)
        .setParameter("case", file.id())
        .setMaxResults(1)
        .getResultStream()
        .map(id -> new Warning(CODE, true, id))
        .toList();
  }
}
