package org.hifazat.identity.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.provisioning.TemporaryPasswords;
import org.hifazat.identity.provisioning.WantedAccount;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/**
 * Gives a person a password to sign in with once, to be handed over by the administrator: for a new
 * account, or for somebody who forgot theirs or lost their telephone. It is shown once and kept
 * nowhere.
 */
@ApplicationScoped
public class IssueTemporaryPassword {
  private final StaffRepository staff;
  private final TemporaryPasswords passwords;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  IssueTemporaryPassword(
      StaffRepository staff,
      TemporaryPasswords passwords,
      Access access,
      AuditLog audit,
      CallerContext callers) {
    this.staff = staff;
    this.passwords = passwords;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  /**
   * @param alsoSecondFactor forgets the second factor too
   * @return the password
   * @throws ProblemException not-found, account-not-ready, account-not-ours, service-unavailable
   *     when Keycloak does not answer
   */
  public String handle(UUID id, boolean alsoSecondFactor) {
    // no transaction is held while Keycloak is waited for
    Staff person = QuarkusTransaction.requiringNew().call(() -> allowed(id, alsoSecondFactor));
    return passwords.give(
        new WantedAccount.Holder.OfStaff(id, person.unitId()), person.username(), alsoSecondFactor);
  }

  private Staff allowed(UUID id, boolean alsoSecondFactor) {
    Staff found =
        staff.withinReach(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    IdentityOperation operation = IdentityOperation.ISSUE_TEMPORARY_PASSWORD;
    access.require(operation, found.relationTo(callers.current()), "staff", id);
    if (!found.active()) {
      throw new ProblemException(IdentityProblem.ALREADY_INACTIVE);
    }
    audit.performed(operation.name(), "staff", id, alsoSecondFactor ? "second-factor" : "password");
    return found;
  }
}
