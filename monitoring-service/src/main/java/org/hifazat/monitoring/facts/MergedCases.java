package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/** Cases that are part of another one: a child registered twice counts once. */
@ApplicationScoped
class MergedCases {
  private final Session entities;
  private final CaseFacts cases;

  MergedCases(Session entities, CaseFacts cases) {
    this.entities = entities;
    this.cases = cases;
  }

  void learn(UUID caseId, long version, boolean merged) {
    cases.change(
        caseId,
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into merged_case (case_id, merged, version) values (:id, :merged, :version)
                    on conflict (case_id) do update set merged = excluded.merged, version = excluded.version
                     where merged_case.version < excluded.version""")
                .setParameter("id", caseId)
                .setParameter("merged", merged)
                .setParameter("version", version)
                .executeUpdate());
  }
}
