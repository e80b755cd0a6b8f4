package org.hifazat.identity.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A demonstration is ready once its accounts can sign in. Once they could, Keycloak's later
 * troubles are no reason to call the directory unready.
 */
@Readiness
@ApplicationScoped
public class DemoAccountsReady implements HealthCheck {
  private final DemoConfig config;
  private final EntityManager entities;
  private volatile boolean once;

  DemoAccountsReady(DemoConfig config, EntityManager entities) {
    this.config = config;
    this.entities = entities;
  }

  @Override
  public HealthCheckResponse call() {
    once = once || config.password().isEmpty() || nothingWaits();
    return HealthCheckResponse.named("demo accounts").status(once).build();
  }

  private boolean nothingWaits() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createNativeQuery(
                        "select 1 from provisioning_task where applied_version < requested_version limit 1")
                    .getResultList()
                    .isEmpty());
  }
}
