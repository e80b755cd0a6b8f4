package org.hifazat.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts what {@link HifazatTest} names. */
public class HifazatBackends
    implements QuarkusTestResourceConfigurableLifecycleManager<HifazatTest> {
  private final List<QuarkusTestResourceLifecycleManager> backends = new ArrayList<>();

  @Override
  public void init(HifazatTest wanted) {
    PostgresBackend postgres = new PostgresBackend();
    postgres.init(Map.of("database", wanted.service()));
    backends.add(postgres);
    if (wanted.keycloak()) {
      backends.add(new KeycloakBackend());
    }
    if (wanted.kafka()) {
      backends.add(new KafkaBackend());
    }
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> configuration = new HashMap<>();
    backends.forEach(backend -> configuration.putAll(backend.start()));
    return configuration;
  }

  @Override
  public void stop() {
    backends.forEach(QuarkusTestResourceLifecycleManager::stop);
  }
}
