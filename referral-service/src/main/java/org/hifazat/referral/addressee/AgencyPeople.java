package org.hifazat.referral.addressee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * People of agencies whom a referral can be meant for; what they are called identity alone knows.
 */
@ApplicationScoped
public class AgencyPeople {
  private final EntityManager entities;

  AgencyPeople(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Whether a referral to that agency can be meant for them. That they left is learned of after the
   * caller's transaction ends, which finds what is meant for them then.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean lists(UUID agencyId, UUID id) {
    hold("pg_advisory_xact_lock_shared", id);
    return Optional.ofNullable(entities.find(AgencyPerson.class, id))
        .filter(person -> person.agencyId().equals(agencyId))
        .filter(AgencyPerson::isListed)
        .isPresent();
  }

  /** Whose referrals they work on, whether or not they can be chosen. */
  @Transactional
  public Optional<UUID> agencyOf(UUID id) {
    return Optional.ofNullable(entities.find(AgencyPerson.class, id)).map(AgencyPerson::agencyId);
  }

  /** Whether tokens of this subject are theirs. */
  @Transactional
  public boolean isAccountOf(UUID id, String subject) {
    AgencyPerson person = entities.find(AgencyPerson.class, id);
    return person != null && person.isAccount(subject);
  }

  /** Those of them whose tokens are of this subject, asked for all at once. */
  @Transactional
  public Set<UUID> ofAccount(Collection<UUID> ids, String subject) {
    return entities
        .createQuery("from AgencyPerson where id in :ids", AgencyPerson.class)
        .setParameter("ids", ids)
        .getResultStream()
        .filter(person -> person.isAccount(subject))
        .map(AgencyPerson::id)
        .collect(Collectors.toSet());
  }

  /** Waits for whoever has just found them, and they for this. */
  @Transactional(Transactional.TxType.MANDATORY)
  void holdAlone(UUID id) {
    hold("pg_advisory_xact_lock", id);
  }

  private void hold(String lock, UUID id) {
    entities
        .createNativeQuery(
            "select cast(%s(hashtextextended(:what, 0)) as text)".formatted(lock), String.class)
        .setParameter("what", "agency-person:" + id)
        .getResultList();
  }
}
