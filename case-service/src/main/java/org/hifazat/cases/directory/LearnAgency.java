package org.hifazat.cases.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Keeps which agencies there are; an older event never overwrites a newer one. */
@ApplicationScoped
class LearnAgency implements EventHandler<LearnAgency.AgencyRegistered> {
  private final Session entities;

  LearnAgency(Session entities) {
    this.entities = entities;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record AgencyRegistered(UUID agencyId, String kind) {}

  @Override
  public String type() {
    return "org.hifazat.directory.agency-registered.v1";
  }

  @Override
  public Class<AgencyRegistered> payload() {
    return AgencyRegistered.class;
  }

  @Override
  public void handle(ReceivedEvent<AgencyRegistered> event) {
    entities
        .createNativeMutationQuery(
            """
            insert into known_agency (agency_id, kind, version) values (:agency, :kind, :version)
            on conflict (agency_id) do update set kind = excluded.kind, version = excluded.version
             where known_agency.version < excluded.version""")
        .setParameter("agency", event.payload().agencyId())
        .setParameter("kind", event.payload().kind())
        .setParameter("version", event.aggregateVersion())
        .executeUpdate();
  }
}
