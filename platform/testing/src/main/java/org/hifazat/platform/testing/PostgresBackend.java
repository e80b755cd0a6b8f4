package org.hifazat.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives the application under test a database of its own on a real PostgreSQL, with the roles of
 * production.
 */
public class PostgresBackend implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void stop() {}
}
