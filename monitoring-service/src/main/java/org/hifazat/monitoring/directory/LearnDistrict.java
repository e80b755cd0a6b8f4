package org.hifazat.monitoring.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.Session;
import org.hifazat.monitoring.Required;
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
      String division,
      String nameEn,
      String nameUr,
      String namePs,
      LocalDate validFrom,
      @Nullable LocalDate validTo) {
    DistrictListed {
      Required.all(districtCode, division, nameEn, nameUr, namePs, validFrom);
    }
  }

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
            insert into known_district (code, division, name_en, name_ur, name_ps, valid_from, valid_to, version)
            values (:code, :division, :en, :ur, :ps, :from, :to, :version)
            on conflict (code) do update
               set division = excluded.division, name_en = excluded.name_en, name_ur = excluded.name_ur,
                   name_ps = excluded.name_ps, valid_from = excluded.valid_from,
                   valid_to = excluded.valid_to, version = excluded.version
             where known_district.version < excluded.version""")
        .setParameter("code", district.districtCode())
        .setParameter("division", district.division())
        .setParameter("en", district.nameEn())
        .setParameter("ur", district.nameUr())
        .setParameter("ps", district.namePs())
        .setParameter("from", district.validFrom())
        .setParameter("to", district.validTo(), LocalDate.class)
        .setParameter("version", event.aggregateVersion())
        .executeUpdate();
  }
}
