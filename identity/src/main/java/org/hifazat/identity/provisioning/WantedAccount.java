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
    UUID staffId,
    String username,
    boolean enabled,
    List<String> roles,
    Optional<UUID> unitId,
    Optional<String> initialPassword,
    boolean secondFactor) {}
