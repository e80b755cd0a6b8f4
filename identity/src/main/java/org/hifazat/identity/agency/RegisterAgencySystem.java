package org.hifazat.identity.agency;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.district.Districts;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lets an agency's own system sign in; its client follows as soon as Keycloak answers. */
@ApplicationScoped
public class RegisterAgencySystem {
  /** Client ids of the realm itself and of the platform. */
  private static final Set<String> RESERVED =
      Set.of(
          "gateway",
          "identity-provisioning",
          "account",
          "account-console",
          "admin-cli",
          "broker",
          "realm-management",
          "security-admin-console");

  /**
   * @param jwks a JSON Web Key Set
   */
  public record Command(UUID agencyId, String clientId, JsonNode jwks, SystemLimits limits) {}

  private final AgencyRepository agencies;
  private final AgencySystemRepository systems;
  private final Districts districts;
  private final ProvisioningTasks provisioning;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  RegisterAgencySystem(
      AgencyRepository agencies,
      AgencySystemRepository systems,
      Districts districts,
      ProvisioningTasks provisioning,
      IdempotentCreation creation,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.agencies = agencies;
    this.systems = systems;
    this.districts = districts;
    this.provisioning = provisioning;
    this.creation = creation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws ProblemException not-found, keys-not-usable, district-unknown, client-id-taken, or one
   *     of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    if (agencies.findByIdOptional(command.agencyId()).isEmpty()) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return creation.once(
        idempotencyKey,
        IdentityOperation.REGISTER_AGENCY_SYSTEM.name(),
        command,
        () -> {
          UUID id = ids.next();
          register(id, command);
          return Created.now(
              id, URI.create("/v1/agencies/" + command.agencyId() + "/systems/" + id));
        });
  }

  /** As {@link #handle} under an id given from outside; other keys replace those it had. */
  @Transactional(TxType.MANDATORY)
  public void seed(UUID id, Command command) {
    Optional<AgencySystem> known = systems.findByIdOptional(id);
    if (known.isEmpty()) {
      register(id, command);
      return;
    }
    KeySet keys = usable(command);
    if (!known.get().jwks().equals(keys.json())) {
      known.get().useKeys(keys.json());
      provisioning.request(ProvisioningTasks.Kind.PARTNER_CLIENT, id);
    }
  }

  private void register(UUID id, Command command) {
    KeySet keys = usable(command);
    if (RESERVED.contains(command.clientId()) || systems.clientIdTaken(command.clientId())) {
      throw new ProblemException(IdentityProblem.CLIENT_ID_TAKEN);
    }
    if (!districts.known(command.limits().districtCodes())) {
      throw new ProblemException(IdentityProblem.DISTRICT_UNKNOWN);
    }
    systems.persistAndFlush(AgencySystem.registered(id, command, keys.json(), clock.instant()));
    provisioning.request(ProvisioningTasks.Kind.PARTNER_CLIENT, id);
    audit.performed(IdentityOperation.REGISTER_AGENCY_SYSTEM.name(), "agency", command.agencyId());
  }

  private static KeySet usable(Command command) {
    return KeySet.of(command.jwks())
        .orElseThrow(() -> new ProblemException(IdentityProblem.KEYS_NOT_USABLE));
  }
}
