package org.hifazat.identity.agency.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.identity.provisioning.TemporaryPasswords;
import org.hifazat.identity.provisioning.WantedAccount;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lets a person of an agency go or come back, and gives them a password for once. */
@ApplicationScoped
public class ChangeAgencyPerson {
  private static final String RECORD = "agency-person";

  private final AgencyPersonRepository people;
  private final AgencyPersonNames names;
  private final AgencyPersonNews news;
  private final TemporaryPasswords passwords;
  private final ProvisioningTasks provisioning;
  private final AuditLog audit;

  ChangeAgencyPerson(
      AgencyPersonRepository people,
      AgencyPersonNames names,
      AgencyPersonNews news,
      TemporaryPasswords passwords,
      ProvisioningTasks provisioning,
      AuditLog audit) {
    this.people = people;
    this.names = names;
    this.news = news;
    this.passwords = passwords;
    this.provisioning = provisioning;
    this.audit = audit;
  }

  /**
   * @param active false: they cannot sign in any more, their sessions end
   * @param ifMatch the If-Match header as received
   * @throws ProblemException not-found, stale, already-inactive, already-active
   */
  @Transactional
  public void activate(UUID agencyId, UUID id, boolean active, @Nullable String ifMatch) {
    AgencyPerson person = found(agencyId, id);
    Preconditions.check(Preconditions.expected(ifMatch), person.version());
    if (person.active() == active) {
      throw new ProblemException(
          active ? IdentityProblem.ALREADY_ACTIVE : IdentityProblem.ALREADY_INACTIVE);
    }
    person.activate(active);
    people.flush();
    provisioning.request(ProvisioningTasks.Kind.AGENCY_ACCOUNT, id);
    news.changed(person);
    IdentityOperation operation =
        active
            ? IdentityOperation.REACTIVATE_AGENCY_PERSON
            : IdentityOperation.DEACTIVATE_AGENCY_PERSON;
    audit.performed(operation.name(), RECORD, id);
  }

  /**
   * @param shownAs what senders of referrals call them; null when nobody is to choose them by name
   * @param ifMatch the If-Match header as received
   * @throws ProblemException not-found or stale
   */
  @Transactional
  public void showAs(UUID agencyId, UUID id, @Nullable String shownAs, @Nullable String ifMatch) {
    AgencyPerson person = found(agencyId, id);
    Preconditions.check(Preconditions.expected(ifMatch), person.version());
    person.showAs(names.sealShown(id, shownAs));
    people.flush();
    news.changed(person);
    audit.performed(
        IdentityOperation.SHOW_AGENCY_PERSON.name(),
        RECORD,
        id,
        shownAs == null ? "by-nobody" : "by-name");
  }

  /**
   * @return a password for one sign-in, shown once and kept nowhere
   * @throws ProblemException not-found, already-inactive, account-not-ready, account-not-ours,
   *     service-unavailable
   */
  public String temporaryPassword(UUID agencyId, UUID id, boolean alsoSecondFactor) {
    // no transaction is held while Keycloak is waited for
    String username =
        QuarkusTransaction.requiringNew().call(() -> allowed(agencyId, id, alsoSecondFactor));
    return passwords.give(new WantedAccount.Holder.OfAgency(agencyId), username, alsoSecondFactor);
  }

  private String allowed(UUID agencyId, UUID id, boolean alsoSecondFactor) {
    AgencyPerson person = found(agencyId, id);
    if (!person.active()) {
      throw new ProblemException(IdentityProblem.ALREADY_INACTIVE);
    }
    audit.performed(
        IdentityOperation.ISSUE_AGENCY_PASSWORD.name(),
        RECORD,
        id,
        alsoSecondFactor ? "second-factor" : "password");
    return person.username();
  }

  private AgencyPerson found(UUID agencyId, UUID id) {
    return people
        .find(agencyId, id)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }
}
