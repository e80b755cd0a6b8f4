package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Closings, reopenings and moves of cases; they may come before the case does. */
@ApplicationScoped
class CaseTurns {
  private final Session entities;
  private final CaseFacts cases;

  CaseTurns(Session entities, CaseFacts cases) {
    this.entities = entities;
    this.cases = cases;
  }

  void learn(UUID caseId, long version, String turn, Instant at, Instant recordedAt) {
    write(caseId, version, turn, null, at, recordedAt);
  }

  /** Another district's unit has the case. */
  void moved(UUID caseId, long version, String district, Instant at, Instant recordedAt) {
    write(caseId, version, "moved", district, at, recordedAt);
  }

  private void write(
      UUID caseId,
      long version,
      String turn,
      @Nullable String district,
      Instant at,
      Instant recordedAt) {
    cases.change(
        caseId,
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into case_turn (case_id, version, turn, district_code, happened_at, recorded_at)
                    values (:id, :version, :turn, :district, :at, :recorded)
                    on conflict (case_id, version) do nothing""")
                .setParameter("id", caseId)
                .setParameter("version", version)
                .setParameter("turn", turn)
                .setParameter("district", district, String.class)
                .setParameter("at", at)
                .setParameter("recorded", recordedAt)
                .executeUpdate());
  }
}
