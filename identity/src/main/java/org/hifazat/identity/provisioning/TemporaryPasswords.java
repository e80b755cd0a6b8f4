package org.hifazat.identity.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jboss.logging.Logger;

/** Passwords to sign in with once; each is shown once and kept nowhere. */
@ApplicationScoped
public class TemporaryPasswords {
  private static final Logger LOG = Logger.getLogger(TemporaryPasswords.class);
  // without the ones that look alike on paper
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;

  private final KeycloakAccounts accounts;
  private final SecureRandom random = new SecureRandom();

  TemporaryPasswords(KeycloakAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * To be called without a transaction: Keycloak is waited for.
   *
   * @throws ProblemException account-not-ready, account-not-ours, service-unavailable when Keycloak
   *     does not answer
   */
  public String give(WantedAccount.Holder holder, String username, boolean alsoSecondFactor) {
    String password = password();
    try {
      accounts.temporaryPassword(holder, username, password, alsoSecondFactor);
    } catch (KeycloakException refused) {
      LOG.warnf("No temporary password: %s", refused.code());
      throw new ProblemException(
          switch (refused.code()) {
            case KeycloakAccounts.ACCOUNT_MISSING -> IdentityProblem.ACCOUNT_NOT_READY;
            case KeycloakAccounts.ACCOUNT_NOT_OURS -> IdentityProblem.ACCOUNT_NOT_OURS;
            default -> CommonProblem.SERVICE_UNAVAILABLE;
          });
    }
    return password;
  }

  private String password() {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
