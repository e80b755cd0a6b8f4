package org.hifazat.cases.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.hifazat.platform.persistence.RowSettings;

/** Tells row-level security the time, so that an emergency access ends by the platform's clock. */
@ApplicationScoped
class ClockRowSettings implements RowSettings {
  private final Clock clock;

  ClockRowSettings(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Map<String, String> current() {
    return Map.of("app.now", clock.instant().toString());
  }
}
