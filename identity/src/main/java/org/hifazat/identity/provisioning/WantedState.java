package org.hifazat.identity.provisioning;

import java.util.Optional;
import java.util.UUID;

/** Where the worker reads what Keycloak should hold; one bean per kind of task. */
public sealed interface WantedState {
  /** Accounts of staff. */
  non-sealed interface Accounts extends WantedState {
    /** Empty when there is no such member of staff. */
    Optional<WantedAccount> account(UUID staffId);
  }

  /** Accounts of people of partner agencies. */
  non-sealed interface AgencyAccounts extends WantedState {
    /** Empty when there is no such person. */
    Optional<WantedAccount> agencyAccount(UUID personId);

    /** The account is as it should be; its tokens name this subject. */
    void accountMade(UUID personId, String subject);
  }

  /** Clients of partner systems. */
  non-sealed interface Clients extends WantedState {
    /** Empty when there is no such registration. */
    Optional<WantedClient> client(UUID registrationId);
  }
}
