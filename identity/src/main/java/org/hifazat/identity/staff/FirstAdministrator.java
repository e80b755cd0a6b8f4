package org.hifazat.identity.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.access.Role;
import org.hifazat.identity.provisioning.KeycloakAccounts;
import org.hifazat.identity.provisioning.KeycloakException;
import org.hifazat.identity.provisioning.ProvisioningWorker;
import org.hifazat.identity.provisioning.TemporaryPasswords;
import org.hifazat.identity.provisioning.WantedAccount;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/**
 * The way into an installation that nobody is in yet. It is open as long as no active administrator
 * has a password of their own: everybody else is enrolled by an administrator. For the only one
 * there is it opens again while they have a temporary password to change. Only whoever operates the
 * service reaches it.
 */
@ApplicationScoped
public class FirstAdministrator {
  /** Who it is. */
  public record Command(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{2,63}") String username,
      @NotBlank @Size(max = 100) String givenName,
      @NotBlank @Size(max = 100) String familyName) {}

  private static final String NAME = "first-administrator";

  private final StaffRepository staff;
  private final EnrolStaff enrolment;
  private final ProvisioningWorker provisioning;
  private final KeycloakAccounts accounts;
  private final TemporaryPasswords passwords;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;

  FirstAdministrator(
      StaffRepository staff,
      EnrolStaff enrolment,
      ProvisioningWorker provisioning,
      KeycloakAccounts accounts,
      TemporaryPasswords passwords,
      AuditLog audit,
      CallerContext callers,
      IdSource ids) {
    this.staff = staff;
    this.enrolment = enrolment;
    this.provisioning = provisioning;
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
  }

  /**
   * May be repeated with the same user name until that person has signed in, so that an answer that
   * was lost locks nobody out.
   *
   * @return the password to sign in with once; it has to be changed, and a second factor set up
   * @throws ProblemException administrator-exists, username-taken, username-reserved,
   *     account-not-ready, account-not-ours, service-unavailable when Keycloak does not answer
   */
  public String enrol(Command command) {
    return callers.as(Caller.system(NAME), () -> enrolled(command));
  }

  private String enrolled(Command command) {
    // no transaction is held while Keycloak is waited for
    Optional<Staff> waiting = QuarkusTransaction.requiringNew().call(() -> onlyOne(command));
    UUID id = waiting.map(Staff::id).orElseGet(ids::next);
    // Asked before anybody is enrolled: who never gets an account would keep the way in closed.
    if (!unused(id, command.username())) {
      throw new ProblemException(IdentityProblem.ADMINISTRATOR_EXISTS);
    }
    if (waiting.isEmpty()) {
      QuarkusTransaction.requiringNew().run(() -> enrolUnlessThereIsOne(id, command));
    }
    provisioning.work();
    Staff enrolled = QuarkusTransaction.requiringNew().call(() -> onlyOne(command)).orElseThrow();
    String password = passwords.give(holder(enrolled), enrolled.username(), false);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                audit.performed(
                    IdentityOperation.ISSUE_TEMPORARY_PASSWORD.name(),
                    "staff",
                    enrolled.id(),
                    NAME));
    return password;
  }

  /** The one administrator there is, if it is the one who is asked for. */
  private Optional<Staff> onlyOne(Command command) {
    List<Staff> administrators = staff.activeAdministrators();
    if (administrators.isEmpty()) {
      return Optional.empty();
    }
    if (administrators.size() > 1
        || !administrators.getFirst().username().equals(command.username())) {
      throw new ProblemException(IdentityProblem.ADMINISTRATOR_EXISTS);
    }
    return Optional.of(administrators.getFirst());
  }

  private boolean unused(UUID id, String username) {
    try {
      return accounts.unused(new WantedAccount.Holder.OfStaff(id, Optional.empty()), username);
    } catch (KeycloakException refused) {
      throw new ProblemException(
          refused.code().equals(KeycloakAccounts.ACCOUNT_NOT_OURS)
              ? IdentityProblem.ACCOUNT_NOT_OURS
              : CommonProblem.SERVICE_UNAVAILABLE);
    }
  }

  private void enrolUnlessThereIsOne(UUID id, Command command) {
    staff.lockAdministrators();
    if (!staff.activeAdministrators().isEmpty()) {
      throw new ProblemException(IdentityProblem.ADMINISTRATOR_EXISTS);
    }
    enrolment.seed(
        id,
        new EnrolStaff.Command(
            command.username(),
            command.givenName().strip(),
            command.familyName().strip(),
            null,
            new Assignment(List.of(Role.COMMISSION_ADMIN), Optional.empty(), Optional.empty())));
  }

  private static WantedAccount.Holder holder(Staff one) {
    return new WantedAccount.Holder.OfStaff(one.id(), one.unitId());
  }
}
