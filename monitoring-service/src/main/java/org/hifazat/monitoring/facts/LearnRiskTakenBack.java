package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A case whose level went with an undone merge counts as not assessed again. */
@ApplicationScoped
class LearnRiskTakenBack implements EventHandler<LearnRiskTakenBack.TakenBack> {
  private final Session entities;
  private final CaseFacts cases;

  LearnRiskTakenBack(Session entities, CaseFacts cases) {
    this.entities = entities;
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TakenBack(UUID caseId, Instant takenBackAt, Instant recordedAt) {
    TakenBack {
      Required.all(caseId, takenBackAt, recordedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.risk-level-taken-back.v1";
  }

  @Override
  public Class<TakenBack> payload() {
    return TakenBack.class;
  }

  @Override
  public void handle(ReceivedEvent<TakenBack> event) {
    TakenBack back = event.payload();
    cases.change(
        back.caseId(),
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into risk_fact (case_id, version, level, set_at, recorded_at)
                    values (:id, :version, 'not-assessed', :at, :recorded)
                    on conflict (case_id, version) do nothing""")
                .setParameter("id", back.caseId())
                .setParameter("version", event.aggregateVersion())
                .setParameter("at", back.takenBackAt())
                .setParameter("recorded", back.recordedAt())
                .executeUpdate());
  }
}
