package org.hifazat.platform.testing;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Each test begins with the clock going right. */
public class ClockReset implements QuarkusTestBeforeEachCallback {
  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    ArcContainer container = Arc.container();
    if (container == null || !container.isRunning()) {
      return;
    }
    try (InstanceHandle<MutableClock> clock = container.instance(MutableClock.class)) {
      if (clock.isAvailable()) {
        clock.get().reset();
      }
    }
  }
}
