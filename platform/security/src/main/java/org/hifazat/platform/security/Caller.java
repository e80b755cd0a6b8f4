package org.hifazat.platform.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts.
 *
 * @param subject the token's subject, {@code system:<name>} for a consumer or job
 * @param staffId a member of staff; absent for partners and systems
 * @param unitId their unit; absent at province level
 * @param agencyId the partner agency
 * @param roles realm roles, or {@code system}
 */
public record Caller(
    String subject,
    Optional<UUID> staffId,
    Optional<UUID> unitId,
    Optional<UUID> agencyId,
    Set<String> roles) {

  /** The role of consumers and jobs; a token that claims it is not believed. */
  public static final String SYSTEM_ROLE = "system";

  private static final String SYSTEM_PREFIX = "system:";

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** A consumer or job of this service, by its name. */
  public static Caller system(String name) {
    return new Caller(
        SYSTEM_PREFIX + name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(SYSTEM_ROLE));
  }

  /** Nobody: may do nothing and sees nothing. */
  public static Caller nobody() {
    return new Caller("nobody", Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
  }

  public boolean has(String role) {
    return roles.contains(role);
  }

  /** Whether this is a consumer or job. */
  public boolean isSystem() {
    return roles.contains(SYSTEM_ROLE);
  }
}
