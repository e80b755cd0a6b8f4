package org.hifazat.identity.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.identity.provisioning.WantedClient;
import org.hifazat.identity.provisioning.WantedState;

/** What Keycloak should know of an agency's system. */
@ApplicationScoped
public class AgencyClients implements WantedState.Clients {
  private final AgencyRepository agencies;
  private final AgencySystemRepository systems;

  AgencyClients(AgencyRepository agencies, AgencySystemRepository systems) {
    this.agencies = agencies;
    this.systems = systems;
  }

  /** What is not limited is not said: the token is then good for all its agency may do. */
  private static Map<String, String> claims(SystemLimits limits) {
    return Map.of(
            "partner_scopes", limits.scopes(),
            "partner_districts", limits.districtCodes(),
            "partner_categories", limits.categories())
        .entrySet()
        .stream()
        .filter(one -> !one.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, one -> String.join(" ", one.getValue())));
  }

  @Override
  @Transactional
  public Optional<WantedClient> client(UUID registrationId) {
    return systems
        .findByIdOptional(registrationId)
        .flatMap(
            system ->
                agencies
                    .findByIdOptional(system.agencyId())
                    .map(
                        agency ->
                            new WantedClient(
                                system.id(),
                                system.clientId(),
                                agency.names().en(),
                                agency.id(),
                                system.jwks(),
                                claims(system.limits()))));
  }
}
