package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.Required;
import org.jspecify.annotations.Nullable;

/** How long reports waited for a decision. */
@ApplicationScoped
class TriageFacts {
  private final Session entities;

  TriageFacts(Session entities) {
    this.entities = entities;
  }

  /**
   * What every event of a decision tells. Earlier ones did not tell how long it took, and count
   * nowhere.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Decided(
      UUID reportId,
      Instant triagedAt,
      @Nullable String districtCode,
      @Nullable String urgency,
      @Nullable Long waitedMinutes) {
    Decided {
      Required.all(reportId, triagedAt);
    }
  }

  /** A report may wait again after a decision: how long it waited for the first is what counts. */
  @Transactional(Transactional.TxType.MANDATORY)
  void learn(Decided decided) {
    if (decided.districtCode() == null
        || decided.urgency() == null
        || decided.waitedMinutes() == null) {
      return;
    }
    entities
        .createNativeMutationQuery(
            """
            insert into triage_fact (report_id, district_code, urgency, decided_at, waited_minutes)
            values (:report, :district, :urgency, :decided, :waited)
            on conflict (report_id) do nothing""")
        .setParameter("report", decided.reportId())
        .setParameter("district", decided.districtCode())
        .setParameter("urgency", decided.urgency())
        .setParameter("decided", decided.triagedAt())
        .setParameter("waited", decided.waitedMinutes())
        .executeUpdate();
  }
}
