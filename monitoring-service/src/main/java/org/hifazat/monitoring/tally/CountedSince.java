package org.hifazat.monitoring.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.Session;

/** From when on what was counted that was not counted from the beginning. */
@ApplicationScoped
public class CountedSince {
  private final Session entities;

  CountedSince(Session entities) {
    this.entities = entities;
  }

  /** The first day of each such measure; one that is not there was always counted. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<Measure, LocalDate> days() {
    Map<Measure, LocalDate> days = new EnumMap<>(Measure.class);
    entities
        .createNativeQuery("select measure, since from counted_since", Object[].class)
        .addScalar("measure", String.class)
        .addScalar("since", LocalDate.class)
        .getResultList()
        .forEach(row -> days.put(Measure.of((String) row[0]), (LocalDate) row[1]));
    return days;
  }
}
