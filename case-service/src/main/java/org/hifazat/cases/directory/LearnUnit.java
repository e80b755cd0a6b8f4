package org.hifazat.cases.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Keeps which unit serves which districts; an older event never overwrites a newer one. */
@ApplicationScoped
class LearnUnit implements EventHandler<LearnUnit.UnitEstablished> {
  private final Session entities;
  private final Event<UnitServes> serving;

  LearnUnit(Session entities, Event<UnitServes> serving) {
    this.entities = entities;
    this.serving = serving;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record UnitEstablished(UUID unitId, String code, List<String> districtCodes) {}

  @Override
  public String type() {
    return "org.hifazat.directory.unit-established.v1";
  }

  @Override
  public Class<UnitEstablished> payload() {
    return UnitEstablished.class;
  }

  @Override
  public void handle(ReceivedEvent<UnitEstablished> event) {
    UnitEstablished unit = event.payload();
    int newer =
        entities
            .createNativeQuery(
                """
                insert into known_unit (unit_id, code, version) values (:unit, :code, :version)
                on conflict (unit_id) do update set code = excluded.code, version = excluded.version
                 where known_unit.version < excluded.version""")
            .setParameter("unit", unit.unitId())
            .setParameter("code", unit.code())
            .setParameter("version", event.aggregateVersion())
            .executeUpdate();
    if (newer == 0) {
      return;
    }
    entities
        .createNativeQuery("delete from known_unit_district where unit_id = :unit")
        .setParameter("unit", unit.unitId())
        .executeUpdate();
    entities
        .createNativeQuery(
            "insert into known_unit_district select :unit, unnest(cast(:districts as text[]))")
        .setParameter("unit", unit.unitId())
        .setParameter("districts", unit.districtCodes().toArray(String[]::new))
        .executeUpdate();
    serving.fire(new UnitServes(unit.unitId(), unit.districtCodes()));
  }
}
