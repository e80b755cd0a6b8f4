package org.hifazat.identity.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
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
                                system.jwks())));
  }
}
