package org.hifazat.identity.agency.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import org.hifazat.identity.event.AgencyPersonListed;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;

/** Tells other services of an agency's people, by their accounts; before there is one, nothing. */
@ApplicationScoped
class AgencyPersonNews {
  private final EntityManager entities;
  private final Outbox outbox;
  private final Clock clock;

  AgencyPersonNews(EntityManager entities, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The account is there; told only when it was not known, or is another. */
  @Transactional(TxType.MANDATORY)
  void accountMade(AgencyPerson person, String subject) {
    List<?> told =
        entities
            .createNativeQuery(
                """
                insert into agency_person_account (person_id, subject, told) values (?1, ?2, 1)
                on conflict (person_id) do update
                   set subject = excluded.subject, told = agency_person_account.told + 1
                 where agency_person_account.subject <> excluded.subject
                returning told""")
            .setParameter(1, person.id())
            .setParameter(2, subject)
            .getResultList();
    told.forEach(version -> publish(person, subject, ((Number) version).longValue()));
  }

  /** Something of the person changed that others must know. */
  @Transactional(TxType.MANDATORY)
  void changed(AgencyPerson person) {
    List<?> rows =
        entities
            .createNativeQuery(
                "update agency_person_account set told = told + 1 where person_id = ?1"
                    + " returning subject, told")
            .setParameter(1, person.id())
            .getResultList();
    for (Object row : rows) {
      Object[] account = (Object[]) row;
      publish(person, (String) account[0], ((Number) account[1]).longValue());
    }
  }

  private void publish(AgencyPerson person, String subject, long version) {
    outbox.append(
        new OutboxEvent(
            AgencyPersonListed.TYPE,
            "agency-person",
            person.id().toString(),
            version,
            person.agencyId().toString(),
            clock.instant(),
            new AgencyPersonListed(
                person.id(), person.agencyId(), subject, person.listed(), person.active())));
  }
}
