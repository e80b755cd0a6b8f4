package org.hifazat.identity.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.district.Districts;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;

/** Gives a system other limits; its next token has them, and one lives for five minutes. */
@ApplicationScoped
public class LimitAgencySystem {
  private final AgencySystemRepository systems;
  private final Districts districts;
  private final ProvisioningTasks provisioning;
  private final AuditLog audit;

  LimitAgencySystem(
      AgencySystemRepository systems,
      Districts districts,
      ProvisioningTasks provisioning,
      AuditLog audit) {
    this.systems = systems;
    this.districts = districts;
    this.provisioning = provisioning;
    this.audit = audit;
  }

  /**
   * @param expectedVersion from If-Match
   */
  public record Command(UUID agencyId, UUID systemId, long expectedVersion, SystemLimits limits) {}

  /**
   * @throws ProblemException not-found, stale or district-unknown
   */
  @Transactional
  public AgencySystem handle(Command command) {
    AgencySystem system =
        systems.asRead(command.agencyId(), command.systemId(), command.expectedVersion());
    if (!districts.known(command.limits().districtCodes())) {
      throw new ProblemException(IdentityProblem.DISTRICT_UNKNOWN);
    }
    system.limit(command.limits());
    systems.flush();
    provisioning.request(ProvisioningTasks.Kind.PARTNER_CLIENT, system.id());
    audit.performed(
        IdentityOperation.LIMIT_AGENCY_SYSTEM.name(),
        "agency-system",
        system.id(),
        command.limits().codes().toArray(String[]::new));
    return system;
  }
}
