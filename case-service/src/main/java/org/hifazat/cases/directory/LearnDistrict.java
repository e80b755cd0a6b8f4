package org.hifazat.cases.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Keeps which districts there are; an older event never overwrites a newer one. */
@ApplicationScoped
class LearnDistrict implements EventHandler<LearnDistrict.DistrictListed> {
  private final Session entities;

  LearnDistrict(Session entities) {
    this.entities = entities;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record DistrictListed(
      String districtCode,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable UUID unitId) {}

  @Override
  public String type() {
    return "org.hifazat.directory.district-listed.v1";
  }

  @Override
  public Class<DistrictListed> payload() {
    return DistrictListed.class;
  }

  @Override
  public void handle(ReceivedEvent<DistrictListed> event) {
    DistrictListed district = event.payload();
    entities
        .createNativeQuery(
            """
            insert into known_district (code, unit_id, valid_from, valid_to, version)
            values (:code, :unit, :from, :to, :version)
            on conflict (code) do update
               set unit_id = excluded.unit_id, valid_from = excluded.valid_from,
                   valid_to = excluded.valid_to, version = excluded.version
             where known_district.version < excluded.version""")
        .setParameter("code", district.districtCode())
        .setParameter("unit", district.unitId(), UUID.class)
        .setParameter("from", district.validFrom())
        .setParameter("to", district.validTo(), LocalDate.class)
        .setParameter("version", event.aggregateVersion())
        .executeUpdate();
  }
}
