package org.hifazat.identity.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.provisioning.AccountNames;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Takes a member of staff on; their account follows as soon as Keycloak answers. */
@ApplicationScoped
public class EnrolStaff {
  public record Command(
      String username,
      String givenName,
      String familyName,
      @Nullable String email,
      Assignment assignment) {}

  private final StaffRepository staff;
  private final StaffNames names;
  private final AssignmentPolicy policy;
  private final AccountNames usernames;
  private final ProvisioningTasks provisioning;
  private final IdempotentCreation creation;
  private final Outbox outbox;
  private final Access access;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  EnrolStaff(
      StaffRepository staff,
      StaffNames names,
      AssignmentPolicy policy,
      AccountNames usernames,
      ProvisioningTasks provisioning,
      IdempotentCreation creation,
      Outbox outbox,
      Access access,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.staff = staff;
    this.names = names;
    this.policy = policy;
    this.usernames = usernames;
    this.provisioning = provisioning;
    this.creation = creation;
    this.outbox = outbox;
    this.access = access;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws ProblemException one of {@link AssignmentPolicy}, username-taken, username-reserved, or
   *     of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    access.require(IdentityOperation.ENROL_STAFF, Relation.NONE);
    return creation.once(
        idempotencyKey,
        IdentityOperation.ENROL_STAFF.name(),
        command,
        () -> {
          UUID id = ids.next();
          enrol(id, command);
          return Created.now(id, URI.create("/v1/staff/" + id));
        });
  }

  /**
   * As {@link #handle} under an id given from outside, for whoever seeds.
   *
   * @return false when somebody has that id already
   */
  @Transactional(TxType.MANDATORY)
  public boolean seed(UUID id, Command command) {
    if (staff.withinReach(id).isPresent()) {
      return false;
    }
    enrol(id, command);
    return true;
  }

  private void enrol(UUID id, Command command) {
    policy
        .problem(command.assignment())
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    usernames.take(command.username(), id);
    Instant now = clock.instant();
    Staff enrolled =
        Staff.enrolled(
            id,
            command.username(),
            names.seal(id, command.givenName(), command.familyName(), command.email()),
            command.assignment(),
            now);
    staff.persistAndFlush(enrolled);
    provisioning.request(ProvisioningTasks.Kind.ACCOUNT, id);
    outbox.append(StaffEvents.enrolled(enrolled, now));
    audit.performed(IdentityOperation.ENROL_STAFF.name(), "staff", id);
  }
}
