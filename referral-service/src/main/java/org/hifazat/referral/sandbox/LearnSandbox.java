package org.hifazat.referral.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.hifazat.referral.directory.RegisteredAgency;

/**
 * A sandbox was registered: it gets an entry that no list of the directory shows, and its first
 * invented referrals. Told again, nothing changes.
 */
@ApplicationScoped
class LearnSandbox implements EventHandler<RegisteredAgency> {
  private final Session session;
  private final FillSandbox filling;

  LearnSandbox(Session session, FillSandbox filling) {
    this.session = session;
    this.filling = filling;
  }

  @Override
  public String type() {
    return "org.hifazat.directory.sandbox-registered.v1";
  }

  @Override
  public Class<RegisteredAgency> payload() {
    return RegisteredAgency.class;
  }

  @Override
  public void handle(ReceivedEvent<RegisteredAgency> event) {
    RegisteredAgency agency = event.payload();
    int fresh =
        session
            .createNativeMutationQuery(
                "insert into known_agency (agency_id, kind, version, sandbox)"
                    + " values (:id, :kind, :version, true) on conflict (agency_id) do nothing")
            .setParameter("id", agency.agencyId())
            .setParameter("kind", agency.kind())
            .setParameter("version", event.aggregateVersion())
            .executeUpdate();
    if (fresh == 1) {
      list(agency);
      filling.fill(agency.agencyId());
    }
  }

  private void list(RegisteredAgency agency) {
    session
        .createNativeMutationQuery(
            "insert into organization (id, name_en, name_ur, name_ps, description, sandbox)"
                + " values (:id, :en, :ur, :ps, :kind, true)")
        .setParameter("id", agency.agencyId())
        .setParameter("en", agency.nameEn())
        .setParameter("ur", agency.nameUr())
        .setParameter("ps", agency.namePs())
        .setParameter("kind", agency.kind())
        .executeUpdate();
    session
        .createNativeMutationQuery(
            """
            insert into service (id, organization_id, name_en, name_ur, name_ps, category, status)
            select :id, :id, name_en, name_ur, name_ps, category, 'inactive'
              from service_category where agency_kind = :kind""")
        .setParameter("id", agency.agencyId())
        .setParameter("kind", agency.kind())
        .executeUpdate();
    agency.serve(session);
  }
}
