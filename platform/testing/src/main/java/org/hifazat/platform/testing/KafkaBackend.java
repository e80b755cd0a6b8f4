package org.hifazat.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test a real Kafka broker. */
public class KafkaBackend implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void stop() {}
}
