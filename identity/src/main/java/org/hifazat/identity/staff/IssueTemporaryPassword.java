package org.hifazat.identity.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.provisioning.KeycloakAccounts;
import org.hifazat.identity.provisioning.KeycloakException;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jboss.logging.Logger;

/**
 * Gives a person a password to sign in with once, to be handed over by the administrator: for a new
 * account, or for somebody who forgot theirs or lost their telephone. It is shown once and kept
 * nowhere.
 */
@ApplicationScoped
public class IssueTemporaryPassword {
  private static final Logger LOG = Logger.getLogger(IssueTemporaryPassword.class);
  // without the ones that look alike on paper
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;

  private final StaffRepository staff;
  private final KeycloakAccounts accounts;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final SecureRandom random = new SecureRandom();

  IssueTemporaryPassword(
      StaffRepository staff,
      KeycloakAccounts accounts,
      Access access,
      AuditLog audit,
      CallerContext callers) {
    this.staff = staff;
    this.accounts = accounts;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  /**
   * @param alsoSecondFactor forgets the second factor too
   * @return the password
   * @throws ProblemException not-found, account-not-ready, service-unavailable when Keycloak does
   *     not answer
   */
  public String handle(UUID id, boolean alsoSecondFactor) {
    // no transaction is held while Keycloak is waited for
    String username = QuarkusTransaction.requiringNew().call(() -> allowed(id, alsoSecondFactor));
    String password = password();
    try {
      accounts.temporaryPassword(username, password, alsoSecondFactor);
    } catch (KeycloakException refused) {
      LOG.warnf("No temporary password for %s: %s", id, refused.code());
      throw new ProblemException(
          refused.code().equals(KeycloakAccounts.ACCOUNT_MISSING)
              ? IdentityProblem.ACCOUNT_NOT_READY
              : CommonProblem.SERVICE_UNAVAILABLE);
    }
    return password;
  }

  private String allowed(UUID id, boolean alsoSecondFactor) {
    Staff found =
        staff.withinReach(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    IdentityOperation operation = IdentityOperation.ISSUE_TEMPORARY_PASSWORD;
    access.require(operation, found.relationTo(callers.current()), "staff", id);
    if (!found.active()) {
      throw new ProblemException(IdentityProblem.ALREADY_INACTIVE);
    }
    audit.performed(operation.name(), "staff", id, alsoSecondFactor ? "second-factor" : "password");
    return found.username();
  }

  private String password() {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
