package org.hifazat.referral.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/**
 * A registered agency enters the service directory as an organization with one service of its kind
 * in its districts, so that it can be referred to from its first day. Registered again, the entry
 * follows, except for when it was last verified: a change is no verification.
 */
@ApplicationScoped
class LearnAgency implements EventHandler<RegisteredAgency> {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final Session session;

  LearnAgency(Session session) {
    this.session = session;
  }

  @Override
  public String type() {
    return "org.hifazat.directory.agency-registered.v1";
  }

  @Override
  public Class<RegisteredAgency> payload() {
    return RegisteredAgency.class;
  }

  @Override
  public void handle(ReceivedEvent<RegisteredAgency> event) {
    RegisteredAgency agency = event.payload();
    int newer =
        session
            .createNativeMutationQuery(
                """
                insert into known_agency (agency_id, kind, version) values (:id, :kind, :version)
                on conflict (agency_id) do update set kind = excluded.kind, version = excluded.version
                 where known_agency.version < excluded.version""")
            .setParameter("id", agency.agencyId())
            .setParameter("kind", agency.kind())
            .setParameter("version", event.aggregateVersion())
            .executeUpdate();
    if (newer == 1) {
      list(agency, event.time());
    }
  }

  private void list(RegisteredAgency agency, Instant registeredAt) {
    session
        .createNativeMutationQuery(
            """
            insert into organization (id, name_en, name_ur, name_ps, description, last_modified)
            values (:id, :en, :ur, :ps, :kind, :now)
            on conflict (id) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
                   name_ps = excluded.name_ps, description = excluded.description,
                   last_modified = excluded.last_modified, version = organization.version + 1""")
        .setParameter("now", registeredAt)
        .setParameter("id", agency.agencyId())
        .setParameter("en", agency.nameEn())
        .setParameter("ur", agency.nameUr())
        .setParameter("ps", agency.namePs())
        .setParameter("kind", agency.kind())
        .executeUpdate();
    // One service per agency until the directory is edited by hand: the ids can be the same.
    session
        .createNativeMutationQuery(
            """
            insert into service (id, organization_id, name_en, name_ur, name_ps, category, status, assured_date, last_modified)
            select :id, :id, name_en, name_ur, name_ps, category, 'active', :day, :now
              from service_category where agency_kind = :kind
            on conflict (id) do update set name_en = excluded.name_en, name_ur = excluded.name_ur,
                   name_ps = excluded.name_ps, category = excluded.category,
                   last_modified = excluded.last_modified, version = service.version + 1""")
        .setParameter("now", registeredAt)
        .setParameter("id", agency.agencyId())
        .setParameter("kind", agency.kind())
        .setParameter("day", LocalDate.ofInstant(registeredAt, KARACHI))
        .executeUpdate();
    agency.serve(session);
  }
}
