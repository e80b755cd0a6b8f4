package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Counts a case's risk level from the day of the assessment; it may come before the case does. */
@ApplicationScoped
class LearnRisk implements EventHandler<LearnRisk.RiskLevelSet> {
  private static final Set<String> LEVELS = Set.of("high", "medium", "low", "none");

  private final Session entities;
  private final CaseFacts cases;

  LearnRisk(Session entities, CaseFacts cases) {
    this.entities = entities;
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record RiskLevelSet(UUID caseId, String level, Instant setAt, Instant recordedAt) {
    RiskLevelSet {
      Required.all(caseId, level, setAt, recordedAt);
      if (!LEVELS.contains(level)) {
        throw new IllegalArgumentException("no such level");
      }
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.risk-level-set.v1";
  }

  @Override
  public Class<RiskLevelSet> payload() {
    return RiskLevelSet.class;
  }

  @Override
  public void handle(ReceivedEvent<RiskLevelSet> event) {
    RiskLevelSet set = event.payload();
    cases.change(set.caseId(), () -> write(set, event.aggregateVersion()));
  }

  private void write(RiskLevelSet set, long version) {
    entities
        .createNativeQuery(
            """
            insert into risk_fact (case_id, version, level, set_at, recorded_at)
            values (:id, :version, :level, :set, :recorded)
            on conflict (case_id, version) do nothing""")
        .setParameter("id", set.caseId())
        .setParameter("version", version)
        .setParameter("level", set.level())
        .setParameter("set", set.setAt())
        .setParameter("recorded", set.recordedAt())
        .executeUpdate();
  }
}
