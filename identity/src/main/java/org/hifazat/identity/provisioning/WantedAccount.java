package org.hifazat.identity.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account as it should be in Keycloak. No name and no e-mail address: Keycloak does not need
 * them.
 *
 * @param initialPassword given only when the account is made now; empty leaves it without one
 * @param secondFactor whether the first sign-in must set one up
 */
public record WantedAccount(
    Holder holder,
    String username,
    boolean enabled,
    List<String> roles,
    Optional<String> initialPassword,
    boolean secondFactor) {

  /** Whose account it is, as the token will say. */
  public sealed interface Holder {
    record OfStaff(UUID staffId, Optional<UUID> unitId) implements Holder {}

    record OfAgency(UUID agencyId) implements Holder {}
  }
}
