package org.hifazat.identity.agency.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.access.Role;
import org.hifazat.identity.provisioning.WantedAccount;
import org.hifazat.identity.provisioning.WantedState;
import org.hifazat.identity.staff.DemoPasswords;
import org.hifazat.identity.staff.SecondFactor;
import org.hifazat.identity.staff.StaffConfig;

/** What Keycloak should know of a person of an agency. */
@ApplicationScoped
public class AgencyAccounts implements WantedState.AgencyAccounts {
  private final AgencyPersonRepository people;
  private final AgencyPersonNews news;
  private final StaffConfig config;
  private final DemoPasswords demo;

  AgencyAccounts(
      AgencyPersonRepository people,
      AgencyPersonNews news,
      StaffConfig config,
      DemoPasswords demo) {
    this.people = people;
    this.news = news;
    this.config = config;
    this.demo = demo;
  }

  @Override
  @Transactional
  public Optional<WantedAccount> agencyAccount(UUID personId) {
    return people.findByIdOptional(personId).map(this::wanted);
  }

  @Override
  @Transactional
  public void accountMade(UUID personId, String subject) {
    // Whoever changes them in the same moment tells nobody before there is an account.
    people
        .findByIdOptional(personId, LockModeType.PESSIMISTIC_WRITE)
        .ifPresent(person -> news.accountMade(person, subject));
  }

  private WantedAccount wanted(AgencyPerson person) {
    Optional<String> demoPassword = demo.of(person.id());
    boolean relaxed = demoPassword.isPresent() && config.secondFactor() == SecondFactor.OPTIONAL;
    return new WantedAccount(
        new WantedAccount.Holder.OfAgency(person.agencyId()),
        person.username(),
        person.active(),
        List.of(Role.PARTNER_WORKER),
        demoPassword,
        !relaxed);
  }
}
