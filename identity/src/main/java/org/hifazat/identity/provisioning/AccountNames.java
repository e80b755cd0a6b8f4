package org.hifazat.identity.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.platform.web.ProblemException;

/**
 * User names in use, of staff and of agencies' people: an account is found in Keycloak by its name,
 * so one name for two people would give one of them the other's account.
 */
@ApplicationScoped
public class AccountNames {
  /** Keycloak names the account of a client so. */
  private static final String OF_A_CLIENT = "service-account-";

  private final EntityManager database;

  AccountNames(EntityManager database) {
    this.database = database;
  }

  /**
   * @throws ProblemException username-reserved, or username-taken when somebody has it already
   */
  @Transactional(TxType.MANDATORY)
  public void take(String username, UUID subjectId) {
    if (username.startsWith(OF_A_CLIENT)) {
      throw new ProblemException(IdentityProblem.USERNAME_RESERVED);
    }
    int taken =
        database
            .createNativeQuery(
                """
                insert into account_name (username, subject_id) values (?1, ?2)
                on conflict (username) do nothing
                """)
            .setParameter(1, username)
            .setParameter(2, subjectId)
            .executeUpdate();
    if (taken == 0) {
      throw new ProblemException(IdentityProblem.USERNAME_TAKEN);
    }
  }
}
