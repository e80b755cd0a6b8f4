package org.hifazat.cases.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.hibernate.Session;
import org.hifazat.cases.directory.UnitServes;

/** Reports that waited because no unit served their district go to the unit that does now. */
@ApplicationScoped
class TakeOverReports {
  private final Session entities;

  TakeOverReports(Session entities) {
    this.entities = entities;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void takeOver(@Observes UnitServes serves) {
    entities
        .createNativeMutationQuery(
            """
            update concern_report
               set unit_id = :unit, escalated_at = null, version = version + 1
             where unit_id is null and state = 'waiting'
               and district_code = any (cast(:districts as text[]))""")
        .setParameter("unit", serves.unitId())
        .setParameter("districts", serves.districtCodes().toArray(String[]::new))
        .executeUpdate();
  }
}
