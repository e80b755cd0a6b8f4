package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Keeps which cases there are; an older event never overwrites a newer one. */
@ApplicationScoped
class LearnCase implements EventHandler<LearnCase.CaseOpened> {
  private final Session session;

  LearnCase(Session session) {
    this.session = session;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record CaseOpened(
      UUID caseId, String caseNumber, UUID unitId, String districtCode, @Nullable UUID ownerId) {}

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
    session
        .createNativeMutationQuery(
            """
            insert into known_case (case_id, case_number, unit_id, district_code, owner_id, version)
            values (:case, :number, :unit, :district, :owner, :version)
            on conflict (case_id) do update
               set unit_id = excluded.unit_id, district_code = excluded.district_code,
                   owner_id = excluded.owner_id, version = excluded.version
             where known_case.version < excluded.version""")
        .setParameter("case", opened.caseId())
        .setParameter("number", opened.caseNumber())
        .setParameter("unit", opened.unitId())
        .setParameter("district", opened.districtCode())
        .setParameter("owner", opened.ownerId(), UUID.class)
        .setParameter("version", event.aggregateVersion())
        .executeUpdate();
  }
}
