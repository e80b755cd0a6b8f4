package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Counts cases by the day they were opened. */
@ApplicationScoped
class LearnCase implements EventHandler<LearnCase.CaseOpened> {
  private final Session entities;
  private final CaseFacts cases;

  LearnCase(Session entities, CaseFacts cases) {
    this.entities = entities;
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record CaseOpened(
      UUID caseId,
      String districtCode,
      String sex,
      String ageBand,
      Instant openedAt,
      Instant recordedAt) {
    CaseOpened {
      Required.all(caseId, districtCode, sex, ageBand, openedAt, recordedAt);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.cases.case-opened.v1";
  }

  @Override
  public Class<CaseOpened> payload() {
    return CaseOpened.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseOpened> event) {
    CaseOpened opened = event.payload();
    cases.change(opened.caseId(), () -> write(opened, event.aggregateVersion()));
  }

  private void write(CaseOpened opened, long version) {
    entities
        .createNativeQuery(
            """
            insert into case_fact (case_id, district_code, sex, age_band, opened_at, recorded_at, version)
            values (:id, :district, :sex, :band, :opened, :recorded, :version)
            on conflict (case_id) do update
               set district_code = excluded.district_code, sex = excluded.sex,
                   age_band = excluded.age_band, opened_at = excluded.opened_at,
                   recorded_at = excluded.recorded_at, version = excluded.version
             where case_fact.version < excluded.version""")
        .setParameter("id", opened.caseId())
        .setParameter("district", opened.districtCode())
        .setParameter("sex", opened.sex())
        .setParameter("band", opened.ageBand())
        .setParameter("opened", opened.openedAt())
        .setParameter("recorded", opened.recordedAt())
        .setParameter("version", version)
        .executeUpdate();
  }
}
