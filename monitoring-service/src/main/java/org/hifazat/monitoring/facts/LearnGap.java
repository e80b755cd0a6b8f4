package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A service that was needed could not be had. */
@ApplicationScoped
class LearnGap implements EventHandler<LearnGap.GapRecorded> {
  private final Session entities;

  LearnGap(Session entities) {
    this.entities = entities;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record GapRecorded(
      UUID gapId, String districtCode, String serviceCategory, String reason, Instant at) {
    GapRecorded {
      Required.all(gapId, districtCode, serviceCategory, reason, at);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.referrals.service-gap-recorded.v1";
  }

  @Override
  public Class<GapRecorded> payload() {
    return GapRecorded.class;
  }

  @Override
  public void handle(ReceivedEvent<GapRecorded> event) {
    GapRecorded gap = event.payload();
    entities
        .createNativeMutationQuery(
            """
            insert into gap_fact (gap_id, district_code, service_category, reason, happened_at)
            values (:id, :district, :category, :reason, :at) on conflict do nothing""")
        .setParameter("id", gap.gapId())
        .setParameter("district", gap.districtCode())
        .setParameter("category", gap.serviceCategory())
        .setParameter("reason", gap.reason())
        .setParameter("at", gap.at())
        .executeUpdate();
  }
}
