package org.hifazat.identity.agency;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;

/**
 * Gives an agency's system other keys. A set may hold several, and any of them signs in: the new
 * key is added beside the old one, and the old one left out once the system signs with the new.
 */
@ApplicationScoped
public class ReplaceSystemKeys {
  private static final IdentityOperation OPERATION = IdentityOperation.REPLACE_AGENCY_SYSTEM_KEYS;

  private final AgencySystemRepository systems;
  private final ProvisioningTasks provisioning;
  private final AuditLog audit;

  ReplaceSystemKeys(
      AgencySystemRepository systems, ProvisioningTasks provisioning, AuditLog audit) {
    this.systems = systems;
    this.provisioning = provisioning;
    this.audit = audit;
  }

  /**
   * @param expectedVersion from If-Match
   * @param jwks a JSON Web Key Set
   */
  public record Command(UUID agencyId, UUID systemId, long expectedVersion, JsonNode jwks) {}

  /**
   * @throws ProblemException not-found, stale or keys-not-usable
   */
  @Transactional
  public AgencySystem handle(Command command) {
    AgencySystem system =
        systems.asRead(command.agencyId(), command.systemId(), command.expectedVersion());
    KeySet keys =
        KeySet.of(command.jwks())
            .orElseThrow(() -> new ProblemException(IdentityProblem.KEYS_NOT_USABLE));
    system.useKeys(keys.json());
    systems.flush();
    provisioning.request(ProvisioningTasks.Kind.PARTNER_CLIENT, system.id());
    audit.performed(OPERATION.name(), "agency-system", system.id());
    return system;
  }
}
