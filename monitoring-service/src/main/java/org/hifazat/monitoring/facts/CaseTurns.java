package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/** Closings and reopenings of cases; they may come before the case does. */
@ApplicationScoped
class CaseTurns {
  private final Session entities;
  private final CaseFacts cases;

  CaseTurns(Session entities, CaseFacts cases) {
    this.entities = entities;
    this.cases = cases;
  }

  void learn(UUID caseId, long version, String turn, Instant at, Instant recordedAt) {
    cases.change(
        caseId,
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into case_turn (case_id, version, turn, happened_at, recorded_at)
                    values (:id, :version, :turn, :at, :recorded)
                    on conflict (case_id, version) do nothing""")
                .setParameter("id", caseId)
                .setParameter("version", version)
                .setParameter("turn", turn)
                .setParameter("at", at)
                .setParameter("recorded", recordedAt)
                .executeUpdate());
  }
}
