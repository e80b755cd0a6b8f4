package org.hifazat.identity.agency.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.agency.Agencies;
import org.hifazat.identity.provisioning.AccountNames;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lets somebody of an agency sign in; the account follows as soon as Keycloak answers. */
@ApplicationScoped
public class EnrolAgencyPerson {
  /**
   * @param shownAs what senders of referrals call them; null when nobody chooses them by name
   */
  public record Command(UUID agencyId, String username, String name, @Nullable String shownAs) {}

  private final AgencyPersonRepository people;
  private final AgencyPersonNames names;
  private final Agencies agencies;
  private final AccountNames usernames;
  private final ProvisioningTasks provisioning;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  EnrolAgencyPerson(
      AgencyPersonRepository people,
      AgencyPersonNames names,
      Agencies agencies,
      AccountNames usernames,
      ProvisioningTasks provisioning,
      IdempotentCreation creation,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.people = people;
    this.names = names;
    this.agencies = agencies;
    this.usernames = usernames;
    this.provisioning = provisioning;
    this.creation = creation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws ProblemException not-found, username-taken, username-reserved, or one of idempotent
   *     creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    if (agencies.find(command.agencyId()).isEmpty()) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return creation.once(
        idempotencyKey,
        IdentityOperation.ENROL_AGENCY_PERSON.name(),
        command,
        () -> {
          UUID id = ids.next();
          enrol(id, command);
          return Created.now(
              id, URI.create("/v1/agencies/" + command.agencyId() + "/people/" + id));
        });
  }

  /** As {@link #handle} under an id given from outside, for whoever seeds. */
  @Transactional(TxType.MANDATORY)
  public void seed(UUID id, Command command) {
    if (people.findByIdOptional(id).isEmpty()) {
      enrol(id, command);
    }
  }

  private void enrol(UUID id, Command command) {
    usernames.take(command.username(), id);
    AgencyPerson person =
        AgencyPerson.enrolled(
            id,
            command.agencyId(),
            command.username(),
            names.seal(id, command.name()),
            clock.instant());
    person.showAs(names.sealShown(id, command.shownAs()));
    people.persistAndFlush(person);
    provisioning.request(ProvisioningTasks.Kind.AGENCY_ACCOUNT, id);
    audit.performed(IdentityOperation.ENROL_AGENCY_PERSON.name(), "agency", command.agencyId());
  }
}
