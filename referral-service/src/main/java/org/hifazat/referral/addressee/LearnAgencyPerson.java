package org.hifazat.referral.addressee;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Somebody of an agency can be chosen, no longer can, or left. */
@ApplicationScoped
class LearnAgencyPerson implements EventHandler<LearnAgencyPerson.Listed> {
  private final Session session;
  private final AgencyPeople people;
  private final Event<PersonLeft> left;

  LearnAgencyPerson(Session session, AgencyPeople people, Event<PersonLeft> left) {
    this.session = session;
    this.people = people;
    this.left = left;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Listed(UUID personId, UUID agencyId, String account, boolean listed, boolean active) {}

  @Override
  public String type() {
    return "org.hifazat.directory.agency-person-listed.v1";
  }

  @Override
  public Class<Listed> payload() {
    return Listed.class;
  }

  @Override
  public void handle(ReceivedEvent<Listed> event) {
    Listed person = event.payload();
    people.holdAlone(person.personId());
    int newer =
        session
            .createNativeMutationQuery(
                """
                insert into known_agency_person (person_id, agency_id, account, listed, active, version)
                values (:id, :agency, :account, :listed, :active, :version)
                on conflict (person_id) do update
                   set account = excluded.account, listed = excluded.listed,
                       active = excluded.active, version = excluded.version
                 where known_agency_person.version < excluded.version""")
            .setParameter("id", person.personId())
            .setParameter("agency", person.agencyId())
            .setParameter("account", person.account())
            .setParameter("listed", person.listed())
            .setParameter("active", person.active())
            .setParameter("version", event.aggregateVersion())
            .executeUpdate();
    if (newer == 1 && !person.active()) {
      left.fire(new PersonLeft(person.personId(), event.time()));
    }
  }
}
